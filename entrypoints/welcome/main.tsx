import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadCatalogue } from '@/lib/i18n/load-catalogue';
import { pickLocale } from '@/lib/i18n/pick-locale';
import { LogDb } from '@/lib/log/log-db';
import { loadSettings, readSettings } from '@/lib/settings/settings';
import { grantedOrigins } from '@/lib/tabs/chat-scripts';
import { WelcomePage } from './welcome-page';

async function open(): Promise<void> {
  const [settings, granted] = await Promise.all([
    loadSettings().catch(() => readSettings(undefined)),
    grantedOrigins(),
  ]);
  await loadCatalogue(pickLocale(settings.locale, navigator.languages));
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <WelcomePage db={new LogDb()} settings={settings} granted={granted} />
    </StrictMode>,
  );
}

void open();
