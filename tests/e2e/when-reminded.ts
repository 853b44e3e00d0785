import type { SimulatedInbox } from '../pages/tiktok-shop/inbox.ts';
import type { ExtensionBrowser } from './browser.ts';
import { rowsOf } from './in-the-log.ts';

const second = 1000;
const hour = 3_600_000;

/** When (ms) the reminders of who wrote at `at` (ms) come first: after 100 s, and two hours before the 12 are over. */
export const firstLead = { '3min': (at: number) => at + 100 * second, '12h': (at: number) => at + 10 * hour };
export type Limit = keyof typeof firstLead;

/** Somebody whose first reminder under this rule is so far (ms) ahead; part of the history that the page brings. */
export function dueIn(inbox: SimulatedInbox, limit: Limit, aheadMs: number, name: string) {
  const at = Date.now() + aheadMs - firstLead[limit](0);
  const buyer = inbox.buyer(name, at);
  inbox.buyerWrites(buyer, { at, quiet: true });
  return { id: buyer.id, dueAt: firstLead[limit](at) };
}

/** When (ms) a conversation's reminder of this rule and lead (s before the deadline) was put on record. */
export async function recordedAt(browser: ExtensionBrowser, conversation: string, limit: Limit): Promise<number[]> {
  const lead = limit === '3min' ? 80 : 7200;
  const fired = await rowsOf<{ key: string; at: number }>(browser, 'reminders');
  return fired
    .filter(({ key }) => key.includes(` ${conversation} `) && key.endsWith(`/${limit} ${lead}`))
    .map(({ at }) => at);
}

interface NoticeRow {
  readonly n: number;
  readonly says: readonly { readonly conversation: string; readonly held?: string }[];
}

/** The notice as the log has it: how many there were up to it, and whom it names. */
export async function noticeRow(browser: ExtensionBrowser): Promise<NoticeRow | undefined> {
  return (await rowsOf<NoticeRow & { key: string }>(browser, 'meta')).find(({ key }) => key === 'notice');
}

/** Reminding as the seller set it, where it differs from what is usual. */
export async function setReminding(browser: ExtensionBrowser, change: object): Promise<void> {
  const usual = { silentPlatforms: [], silentRules: [], leads: {}, quiet: null, names: true };
  const reminding = { ...usual, sound: { on: false, volume: 0 }, ...change };
  await browser.beside(
    `(globalThis.browser ?? chrome).storage.local.set(${JSON.stringify({ settings: { reminding } })})`,
  );
}

/** Notes every notification that is on the screen, until it is ended; gives their names in the order they came. */
export function watchNotices(browser: ExtensionBrowser): { end(): Promise<readonly string[]> } {
  const seen = new Set<string>();
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      for (const { id } of await browser.notifications()) seen.add(id);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  })();
  // What goes wrong in it is the end's to say.
  looking.catch(() => {});
  return {
    async end() {
      isOver = true;
      await looking;
      return [...seen];
    },
  };
}
