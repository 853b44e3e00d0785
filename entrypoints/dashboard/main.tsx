import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadCatalogue } from '@/lib/i18n/load-catalogue';
import { pickLocale } from '@/lib/i18n/pick-locale';
import { LogDb } from '@/lib/log/log-db';
import { loadSettings, readSettings } from '@/lib/settings/settings';
import { DashboardPage } from './dashboard-page';
import { readDashboard } from './read-dashboard';

async function open(): Promise<void> {
  const db = new LogDb();
  const settings = await loadSettings().catch(() => readSettings(undefined));
  // Read before the first paint: where a number belongs stands a number.
  const [first] = await Promise.all([
    readDashboard(db, location.hash, settings),
    loadCatalogue(pickLocale(settings.locale, navigator.languages)),
  ]);
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <DashboardPage db={db} first={first} settings={settings} />
    </StrictMode>,
  );
}

void open();
