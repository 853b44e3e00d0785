import { loadCatalogue } from './load-catalogue';
import type { Locale } from './locale';
import { type Text, textIn } from './text-in';

/** The words, numbers and times of a language whose catalogue may not be there yet. */
export async function loadText(locale: Locale): Promise<Text> {
  await loadCatalogue(locale);
  return textIn(locale);
}
