import { browser } from 'wxt/browser';
import type { PlatformId } from '../chat/shop';
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

/**
 * The structure of the page in a tab, without a text, a name or an id, of its outermost frame; `null` where the tab does not
 * answer. What takes it is put into the page for that, so it is there too where nothing else of ours is.
 */
export async function reportPage(tab: number): Promise<PageSnapshot | null> {
  const silence = new Promise<null>(resolve => setTimeout(() => resolve(null), patienceMs));
  const taken = browser.scripting.executeScript({ target: { tabId: tab }, files: ['/page-snapshot.js'] });
  const answer = taken.then(
    ([frame]) => readSnapshot(frame?.result),
    () => null,
  );
  return Promise.race([answer, silence]);
}
