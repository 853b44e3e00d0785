import { useLingui } from '@lingui/react';
import { locales } from './locale';
import { type Text, textIn } from './text-in';

/** The words, numbers and times of the page's language. */
export function useText(): Text {
  const { i18n } = useLingui();
  return textIn(locales.find(locale => locale === i18n.locale) ?? 'en');
}
