import { browser } from 'wxt/browser';
import { type ShopId, shopParts } from '../chat/shop';
import { addresses } from '../platforms/addresses';
import { openChatTabs } from './chat-scripts';

/**
 * Brings the shop's chat tab and its window to the front: the one that shows this shop, else any of its market, else a
 * new one. It is only shown; nothing in it is clicked.
 */
export async function openChat(shop: ShopId, watchedTabs: readonly number[]): Promise<void> {
  const tabs = await openChatTabs();
  const host = hostOf(shop);
  const tab =
    tabs.find(({ id }) => id !== undefined && watchedTabs.includes(id)) ?? tabs.find(({ url }) => isOn(url, host));
  if (tab?.id !== undefined) {
    await browser.tabs.update(tab.id, { active: true });
    await browser.windows.update(tab.windowId, { focused: true });
  } else if (host) {
    await browser.tabs.create({ url: chatAddress(shop, host) });
  }
}

function hostOf(shop: ShopId): string | undefined {
  const parts = shopParts(shop);
  const markets = addresses.find(({ id }) => id === parts?.platform)?.markets ?? [];
  return (markets.find(({ code }) => code === parts?.market) ?? markets.find(({ code }) => code === 'XX'))?.host;
}

const isOn = (url: string | undefined, host: string | undefined) =>
  url !== undefined && URL.canParse(url) && new URL(url).host === host;

// The path is the same on every market's host, and the page finds its shop by `oec_seller_id` (tiktok-shop.md section 1).
function chatAddress(shop: ShopId, host: string): string {
  const seller = shopParts(shop)?.seller ?? '';
  return `https://${host}/chat/inbox/current?oec_seller_id=${seller}`;
}
