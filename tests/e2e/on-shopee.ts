import type { ShopeeOptions } from '../pages/shopee/chat/options.ts';
import { SimulatedShopee } from '../pages/shopee/inbox.ts';
import type { BrowserName } from './browser.ts';
import { playOn, type SceneOn } from './scene.ts';

export interface OnShopee extends SceneOn<SimulatedShopee> {
  readonly shopee: SimulatedShopee;
}

/** Where it is day now: our own measure counts from 08:00 to 23:00 local time, and Brazil is ten hours behind Jakarta. */
function whereItIsDay(): Partial<ShopeeOptions> {
  const hourInJakarta = (new Date().getUTCHours() + 7) % 24;
  return { host: hourInJakarta >= 9 && hourInJakarta < 22 ? 'seller.shopee.co.id' : 'seller.shopee.com.br' };
}

/** A seller at work in Shopee's web chat. `before` happens before the page is opened. */
export async function onShopee(
  name: BrowserName,
  { before, ...options }: Partial<ShopeeOptions> & { before?: (shopee: SimulatedShopee) => void },
  act: (scene: OnShopee) => Promise<void>,
): Promise<void> {
  const shopee = new SimulatedShopee({ ...whereItIsDay(), ...options });
  before?.(shopee);
  await playOn(name, shopee, scene => act({ ...scene, shopee }));
}

/** When somebody wrote who is no machine: long enough ago that an answer now was typed by a person. */
export function aWhileAgo(): number {
  return Date.now() - 20_000;
}
