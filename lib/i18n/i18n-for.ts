import { type I18n, type Messages, setupI18n } from '@lingui/core';
import type { Locale } from './locale';
import type en from './messages/en.json';

/** Every key that a screen may show; English is the measure. */
export type MessageKey = keyof typeof en;

/** A language each in a file of its own: a page carries the one it shows. */
export type Catalogues = Readonly<Record<Locale, () => Promise<{ readonly default: Messages }>>>;

const ready = new Map<Locale, I18n>();

/** Brings a language's catalogue in, out of those of a page; at once where it is there already. */
export async function bringIn(locale: Locale, catalogues: Catalogues): Promise<void> {
  if (ready.has(locale)) return;
  const { default: messages } = await catalogues[locale]();
  ready.set(locale, setupI18n({ locale, messages: { [locale]: messages } }));
}

export const isLoaded = (locale: Locale): boolean => ready.has(locale);

/** The catalogue of a language that was loaded before. */
export function i18nFor(locale: Locale): I18n {
  const i18n = ready.get(locale);
  if (!i18n) throw new Error(`the words of ${locale} were asked for before they were loaded`);
  return i18n;
}
