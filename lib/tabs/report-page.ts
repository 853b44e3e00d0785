import { browser } from 'wxt/browser';
import type { PlatformId } from '../chat/shop';
import { sendMessage } from '../messaging/messenger';
import { mayShowChat, platformAt } from '../messaging/sender';
import { addresses } from '../platforms/addresses';
import { chatOrigins } from '../platforms/origins';
import type { PageSnapshot } from '../report/page-snapshot';
import { readSnapshot } from '../report/read-snapshot';

/** Chat pages that are open in tabs, whatever Lekas makes of them: one that it does not know any more above all. */
export async function openPages(): Promise<{ tab: number; platform: PlatformId; market: string }[]> {
  const tabs = await browser.tabs.query({ url: chatOrigins });
  return tabs.flatMap(({ id, url }) => {
    const found = platformAt(url, addresses);
    return id !== undefined && found && mayShowChat(found)
      ? [{ tab: id, platform: found.platform.id, market: found.market.code }]
      : [];
  });
}

/** A tab that has not answered by then (ms) will not: nothing of ours is in it, or it is frozen. */
const patienceMs = 5000;

/** The structure of the page in a tab, without a text, a name or an id; `null` where the tab does not answer. */
export async function reportPage(tab: number): Promise<PageSnapshot | null> {
  const silence = new Promise<null>(resolve => setTimeout(() => resolve(null), patienceMs));
  return Promise.race([sendMessage('snapshot', undefined, tab).then(readSnapshot, () => null), silence]);
}
