import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadCatalogue } from '@/lib/i18n/load-catalogue';
import { pickLocale } from '@/lib/i18n/pick-locale';
import { LogDb } from '@/lib/log/log-db';
import { loadSettings, readSettings } from '@/lib/settings/settings';
import { OptionsPage } from './options-page';

async function open(): Promise<void> {
  const settings = await loadSettings().catch(() => readSettings(undefined));
  await loadCatalogue(pickLocale(settings.locale, navigator.languages));
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <OptionsPage db={new LogDb()} settings={settings} />
    </StrictMode>,
  );
}

void open();
