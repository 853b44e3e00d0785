/** The languages of the catalogue, in the order the language switch lists them. */
export const locales = ['id', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Every language in its own words, so that those who cannot read the present one find theirs. */
export const languageNames = { id: 'Bahasa Indonesia', en: 'English' } satisfies Record<Locale, string>;
