import { type Locale, languageNames, locales } from '@/lib/i18n/locale';
import { useText } from '@/lib/i18n/use-text';

/** The page's language, whatever the browser's is. */
export function LanguageSwitch({ onLocale }: { readonly onLocale: (locale: Locale) => void }) {
  const { t, locale } = useText();
  return (
    <select
      className="language-switch"
      aria-label={t('app_language_label')}
      value={locale}
      onChange={({ target }) => {
        const chosen = locales.find(one => one === target.value);
        if (chosen) onLocale(chosen);
      }}
    >
      {locales.map(one => (
        <option key={one} value={one} lang={one}>
          {languageNames[one]}
        </option>
      ))}
    </select>
  );
}
