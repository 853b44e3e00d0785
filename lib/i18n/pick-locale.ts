import { type Locale, locales } from './locale';

/** The language to show: the one chosen, else the first of the browser's that the catalogue has, else English. */
export function pickLocale(wanted: string | undefined, browserLanguages: readonly string[]): Locale {
  for (const tag of wanted === undefined ? browserLanguages : [wanted, ...browserLanguages]) {
    const primary = tag.toLowerCase().split(/[-_]/)[0] ?? '';
    // ISO called Indonesian "in" until 1989; old Android and Java still do.
    const language = primary === 'in' ? 'id' : primary;
    const found = locales.find(locale => locale === language);
    if (found) return found;
  }
  return 'en';
}
