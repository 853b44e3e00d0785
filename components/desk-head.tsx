import type { Locale } from '@/lib/i18n/locale';
import { useText } from '@/lib/i18n/use-text';
import { Glyph } from './glyph';
import { LanguageSwitch } from './language-switch';
import { Mark } from './mark';

interface Props {
  readonly onOpenSettings: () => void;
  readonly onLocale: (locale: Locale) => void;
}

/** The head of the dashboard: where it leads to, and its language. */
export function DeskHead({ onOpenSettings, onLocale }: Props) {
  const { t } = useText();
  return (
    <header className="desk-head">
      <Mark />
      <strong>Lekas</strong>
      <button type="button" className="desk-link" onClick={onOpenSettings}>
        <Glyph name="gear" />
        {t('desk_settings_title')}
      </button>
      <LanguageSwitch onLocale={onLocale} />
    </header>
  );
}
