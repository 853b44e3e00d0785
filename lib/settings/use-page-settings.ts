import { useEffect, useState } from 'react';
import type { Locale } from '../i18n/locale';
import { pickLocale } from '../i18n/pick-locale';
import { onSettings, type Settings } from './settings';

interface PageSettings {
  readonly settings: Settings;
  /** ms: when they changed last while the page was open; 0: never. */
  readonly changedAt: number;
  /** The page's language. */
  readonly locale: Locale;
}

/** The settings a page goes by, followed while it is open; `stored` are those it was opened with. */
export function usePageSettings(stored: Settings): PageSettings {
  const [held, setHeld] = useState({ settings: stored, changedAt: 0 });
  const locale = pickLocale(held.settings.locale, navigator.languages);
  useEffect(() => {
    const end = new AbortController();
    onSettings(settings => setHeld({ settings, changedAt: Date.now() }), end.signal);
    return () => end.abort();
  }, []);
  return { ...held, locale };
}
