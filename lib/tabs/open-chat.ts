import { browser } from 'wxt/browser';
import { type ShopId, shopParts } from '../chat/shop';
import { addresses } from '../platforms/addresses';
import type { Market, PlatformAddress } from '../platforms/platform';
import { openChatTabs } from './chat-scripts';

/**
 * Brings the shop's chat tab and its window to the front: the one that shows this shop, else any of its market, else a
 * new one. It is only shown; nothing in it is clicked.
 */
export async function openChat(shop: ShopId, watchedTabs: readonly number[]): Promise<void> {
  const tabs = await openChatTabs();
  const home = homeOf(shop);
  const watched = watchedTabs.flatMap(id => tabs.find(tab => tab.id === id) ?? []);
  const tab = watched[0] ?? tabs.find(({ url }) => isOn(url, home?.market.host));
  if (tab?.id !== undefined) {
    await browser.tabs.update(tab.id, { active: true });
    await browser.windows.update(tab.windowId, { focused: true });
  } else if (home) {
    await browser.tabs.create({ url: home.platform.chatUrl(home.market, home.seller) });
  }
}

function homeOf(shop: ShopId): { platform: PlatformAddress; market: Market; seller: string } | undefined {
  const parts = shopParts(shop);
  const platform = addresses.find(({ id }) => id === parts?.platform);
  const market =
    platform?.markets.find(({ code }) => code === parts?.market) ?? platform?.markets.find(({ code }) => code === 'XX');
  return platform && market && parts ? { platform, market, seller: parts.seller } : undefined;
}

const isOn = (url: string | undefined, host: string | undefined) =>
  url !== undefined && URL.canParse(url) && new URL(url).host === host;
