import { I18nProvider } from '@lingui/react';
import { type ReactNode, useEffect, useState } from 'react';
import { i18nFor, isLoaded, loadCatalogue } from './i18n-for';
import type { Locale } from './locale';

/**
 * Gives a page its language, whose catalogue is loaded before the first paint. Another one chosen later changes every
 * visible word together, as soon as its catalogue is there; until then the page speaks as before.
 */
export function TextProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState(locale);
  useEffect(() => {
    let wanted = true;
    void loadCatalogue(locale).then(() => wanted && setSpoken(locale));
    return () => {
      wanted = false;
    };
  }, [locale]);
  return <I18nProvider i18n={i18nFor(isLoaded(locale) ? locale : spoken)}>{children}</I18nProvider>;
}
