import { type ReactNode, useEffect, useState } from 'react';
import { isLoaded } from './i18n-for';
import type { Locale } from './locale';
import { SpokenLocale } from './use-text';

interface Props {
  readonly locale: Locale;
  /** Brings in what the page can say in a language. */
  readonly load: (locale: Locale) => Promise<void>;
  readonly children: ReactNode;
}

/**
 * Gives a page its language, whose catalogue is loaded before the first paint. Another one chosen later changes every
 * visible word together, as soon as its catalogue is there; until then the page speaks as before. What it says of itself to those
 * who hear it is what it speaks.
 */
export function TextProvider({ locale, load, children }: Props) {
  const [spoken, setSpoken] = useState(locale);
  useEffect(() => {
    let wanted = true;
    void load(locale).then(() => wanted && setSpoken(locale));
    return () => {
      wanted = false;
    };
  }, [locale, load]);
  const now = isLoaded(locale) ? locale : spoken;
  useEffect(() => {
    document.documentElement.lang = now;
  }, [now]);
  return <SpokenLocale value={now}>{children}</SpokenLocale>;
}
