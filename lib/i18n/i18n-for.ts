import { type I18n, setupI18n } from '@lingui/core';
import type { Locale } from './locale';
import en from './messages/en.json';
import id from './messages/id.json';

/** Every key that a screen may show; English is the measure. */
export type MessageKey = keyof typeof en;

const catalogues = { en, id } satisfies Record<Locale, Record<MessageKey, string>>;
const ready = new Map<Locale, I18n>();

/** The catalogue of a language, ready at once: both travel with the page, so nothing is awaited before first paint. */
export function i18nFor(locale: Locale): I18n {
  const known = ready.get(locale);
  if (known) return known;
  const i18n = setupI18n({ locale, messages: { [locale]: catalogues[locale] } });
  ready.set(locale, i18n);
  return i18n;
}

/** Whether the catalogue has words for a key that came from elsewhere, as a failure's does. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
