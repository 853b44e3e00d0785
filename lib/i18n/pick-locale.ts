import { type Locale, locales } from './locale';

/** The language to show: the one chosen, else the first of the browser's that the catalogue has, else English. */
export function pickLocale(wanted: string | undefined, browserLanguages: readonly string[]): Locale {
  for (const tag of wanted === undefined ? browserLanguages : [wanted, ...browserLanguages]) {
    const found = localeFor(tag);
    if (found) return found;
  }
  return 'en';
}

function localeFor(tag: string): Locale | undefined {
  let language: Intl.Locale;
  try {
    language = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    return undefined;
  }
  // Written in other characters it is another catalogue; browsers that ask for zh-TW name plain zh after it.
  if (language.language === 'zh') return language.script === 'Hans' ? 'zh-CN' : undefined;
  return locales.find(locale => locale === language.language);
}
