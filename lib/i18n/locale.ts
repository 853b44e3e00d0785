/** The languages of the catalogue, in the order the language switch lists them. */
export const locales = ['id', 'vi', 'zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Every language in its own words, so that those who cannot read the present one find theirs. */
export const languageNames = {
  id: 'Bahasa Indonesia',
  vi: 'Tiếng Việt',
  'zh-CN': '简体中文',
  en: 'English',
} satisfies Record<Locale, string>;
