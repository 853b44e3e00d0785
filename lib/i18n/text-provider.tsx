import { I18nProvider } from '@lingui/react';
import type { ReactNode } from 'react';
import { i18nFor } from './i18n-for';
import type { Locale } from './locale';

/** Gives a page its language. Changing `locale` changes every visible word at once. */
export function TextProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  return <I18nProvider i18n={i18nFor(locale)}>{children}</I18nProvider>;
}
