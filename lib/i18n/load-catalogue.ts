import { bringIn, type Catalogues } from './i18n-for';
import type { Locale } from './locale';

const catalogues = {
  en: () => import('./messages/en.json'),
  id: () => import('./messages/id.json'),
  vi: () => import('./messages/vi.json'),
  'zh-CN': () => import('./messages/zh-CN.json'),
} satisfies Catalogues;

/** Brings in all words of a language; at once where they are there already. */
export const loadCatalogue = (locale: Locale): Promise<void> => bringIn(locale, catalogues);
