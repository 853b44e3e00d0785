import type { Locale } from './locale';
import type en from './messages/en.json';
import { type Message, saying, type Values } from './say';

/** Every key that a screen may show; English is the measure. */
export type MessageKey = keyof typeof en;

/** The messages of a language, by their keys. */
export type Messages = Readonly<Record<string, Message>>;

/** A language each in a file of its own: a page carries the one it shows. */
export type Catalogues = Readonly<Record<Locale, () => Promise<{ readonly default: Messages }>>>;

/** What can be said in a language. */
export interface I18n {
  /** A key that there are no words for is said as it is. */
  t(key: MessageKey, values?: Values): string;
  /** Whether there are words for a key that came from elsewhere, as a failure's does. */
  knows(key: string): key is MessageKey;
}

const ready = new Map<Locale, I18n>();

/** Brings a language's catalogue in, out of those of a page; at once where it is there already. */
export async function bringIn(locale: Locale, catalogues: Catalogues): Promise<void> {
  if (ready.has(locale)) return;
  const { default: messages } = await catalogues[locale]();
  const say = saying(locale);
  const knows = (key: string): key is MessageKey => Object.hasOwn(messages, key);
  ready.set(locale, { t: (key, values) => say((knows(key) && messages[key]) || key, values), knows });
}

export const isLoaded = (locale: Locale): boolean => ready.has(locale);

/** What can be said in a language whose catalogue was loaded before. */
export function i18nFor(locale: Locale): I18n {
  const i18n = ready.get(locale);
  if (!i18n) throw new Error(`the words of ${locale} were asked for before they were loaded`);
  return i18n;
}
