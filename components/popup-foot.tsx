import type { Locale } from '@/lib/i18n/locale';
import { useText } from '@/lib/i18n/use-text';
import { Glyph } from './glyph';
import { LanguageSwitch } from './language-switch';

interface Props {
  readonly keysShown: boolean;
  readonly onKeys: () => void;
  readonly onOpenDashboard: () => void;
  readonly onOpenSettings: () => void;
  readonly onBeside?: (() => void) | undefined;
  readonly onLocale: (locale: Locale) => void;
}

/** Where the popup leads to, and its language. */
export function PopupFoot({ keysShown, onKeys, onOpenDashboard, onOpenSettings, onBeside, onLocale }: Props) {
  const { t } = useText();
  return (
    <footer className="popup-foot">
      <button type="button" onClick={onOpenDashboard}>
        <Glyph name="chart" />
        {t('popup_dashboard_action')}
      </button>
      <button type="button" onClick={onOpenSettings}>
        <Glyph name="gear" />
        {t('popup_settings_action')}
      </button>
      {onBeside && (
        <button
          type="button"
          className="only-glyph"
          aria-label={t('popup_beside_action')}
          title={t('popup_beside_action')}
          onClick={onBeside}
        >
          <Glyph name="beside" />
        </button>
      )}
      <button
        type="button"
        className="only-glyph"
        aria-label={t('popup_keys_title')}
        title={t('popup_keys_title')}
        aria-expanded={keysShown}
        onClick={onKeys}
      >
        <span aria-hidden="true">?</span>
      </button>
      <LanguageSwitch onLocale={onLocale} />
    </footer>
  );
}
