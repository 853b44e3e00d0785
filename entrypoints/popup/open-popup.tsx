import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadPopupWords } from '@/lib/i18n/load-popup-words';
import { pickLocale } from '@/lib/i18n/pick-locale';
import { type CasesShown, casesShown } from '@/lib/log/cases-query';
import { LogDb } from '@/lib/log/log-db';
import type { Overview } from '@/lib/log/overview';
import { overview } from '@/lib/log/overview-query';
import { loadCaseDraft } from '@/lib/screens/case-draft';
import { rulesBy } from '@/lib/settings/rules-by';
import { loadSettings, readSettings } from '@/lib/settings/settings';
import { PopupPage, type Where } from './popup-page';

/** Draws the popup where the page's HTML holds its shell. */
export async function openPopup(where: Where): Promise<void> {
  const db = new LogDb();
  // While the settings are read. Whoever reads the log says what is wrong with it.
  db.open().catch(() => {});
  // Read before the first paint: where a number belongs stands a number, and until then the shell that the HTML holds.
  const settings = await loadSettings().catch(() => readSettings(undefined));
  const locale = pickLocale(settings.locale, navigator.languages);
  document.documentElement.lang = locale;
  const { leads, names } = settings.reminding;
  const args = { ...settings, rulesOf: rulesBy(settings), leads, names, now: Date.now() };
  const [first, firstCases, caseDraft] = await Promise.all([
    overview(db, args).catch((problem: unknown): Overview | null => {
      console.error('Lekas could not read its log', problem);
      return null;
    }),
    casesShown(db, args.now, leads).catch((): CasesShown | null => null),
    loadCaseDraft().catch(() => null),
    loadPopupWords(locale),
  ]);
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <PopupPage
        db={db}
        first={first}
        firstCases={firstCases}
        caseDraft={caseDraft}
        settings={settings}
        where={where}
      />
    </StrictMode>,
  );
}
