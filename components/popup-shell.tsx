import { useText } from '@/lib/i18n/use-text';

/** What stands where the numbers will be, until the log was read: shapes, and nothing that reads like a number. */
export function PopupShell() {
  const { t } = useText();
  return (
    <div className="shell" aria-busy="true">
      <p className="unseen">{t('popup_loading_status')}</p>
      <span className="shell-line" />
      <span className="shell-card" />
      <span className="shell-row" />
      <span className="shell-row" />
    </div>
  );
}
