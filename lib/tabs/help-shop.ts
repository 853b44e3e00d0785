import { browser } from 'wxt/browser';
import type { HealthAction } from '../chat/health-action';
import type { ShopId } from '../chat/shop';
import { tabsOf } from '../log/health-query';
import type { LogDb } from '../log/log-db';
import { openChat } from './open-chat';

/** Does the one thing about a shop's health that the seller asked for, with the tab that its health is of. */
export async function helpShop(db: LogDb, shop: ShopId, action: HealthAction): Promise<void> {
  const tabs = (await tabsOf(db, shop, Date.now())).map(({ tab }) => tab);
  if (action === 'allow') {
    // The browser asks only from a page of ours, and there after a click.
    await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    return;
  }
  const [tab] = tabs;
  if (action === 'reload' && tab !== undefined) await browser.tabs.reload(tab);
  await openChat(shop, tabs);
}
