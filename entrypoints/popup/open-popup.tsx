import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadPopupWords } from '@/lib/i18n/load-popup-words';
import { pickLocale } from '@/lib/i18n/pick-locale';
import { loadCaseDraft } from '@/lib/screens/case-draft';
import { loadSettings, readSettings } from '@/lib/settings/settings';
import { askForSheet } from '@/lib/sheet/ask-for-sheet';
import { isGood, storedSheet } from '@/lib/sheet/sheet';
import { PopupPage, type Where } from './popup-page';

/** Draws the popup where the page's HTML holds its shell. */
export async function openPopup(where: Where): Promise<void> {
  // Read before the first paint: where a number belongs stands a number, and until then the shell that the HTML holds.
  const [settings, stored, caseDraft] = await Promise.all([
    loadSettings().catch(() => readSettings(undefined)),
    storedSheet().catch(() => null),
    loadCaseDraft().catch(() => null),
  ]);
  const locale = pickLocale(settings.locale, navigator.languages);
  document.documentElement.lang = locale;
  const [first] = await Promise.all([
    stored && isGood(stored, settings, Date.now()) ? stored : askForSheet(),
    loadPopupWords(locale),
  ]);
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <PopupPage first={first} caseDraft={caseDraft} settings={settings} where={where} />
    </StrictMode>,
  );
}
