import type { Dashboard } from '@/lib/log/dashboard';
import { dashboard } from '@/lib/log/dashboard-query';
import type { LogDb } from '@/lib/log/log-db';
import { readDashboardLink } from '@/lib/screens/dashboard-link';
import { rulesBy } from '@/lib/settings/rules-by';
import type { Settings } from '@/lib/settings/settings';

export type Read = { readonly dashboard: Dashboard } | { readonly failed: true };

/** What the address asks for; of all shops the one that the popup showed last, where it names none. */
export async function readDashboard(db: LogDb, hash: string, settings: Settings): Promise<Read> {
  const shop = settings.shop === 'all' ? undefined : settings.shop;
  try {
    const args = { shop, ...readDashboardLink(hash), rulesOf: rulesBy(settings), now: Date.now() };
    return { dashboard: await dashboard(db, args) };
  } catch (problem) {
    console.error('Lekas could not read its log', problem);
    return { failed: true };
  }
}
