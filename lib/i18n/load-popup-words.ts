import { bringIn, type Catalogues } from './i18n-for';
import type { Locale } from './locale';

const catalogues = {
  en: () => import('./messages/en.json?popup'),
  id: () => import('./messages/id.json?popup'),
  vi: () => import('./messages/vi.json?popup'),
  'zh-CN': () => import('./messages/zh-CN.json?popup'),
} satisfies Catalogues;

/** Brings in what the popup can say in a language, a third of all: it is opened more often than all other pages, and must be fast. */
export const loadPopupWords = (locale: Locale): Promise<void> => bringIn(locale, catalogues);
