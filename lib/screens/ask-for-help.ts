import { browser } from 'wxt/browser';
import type { HealthAction } from '../chat/health-action';
import type { ShopId } from '../chat/shop';
import { sendMessage } from '../messaging/messenger';
import type { Done } from '../messaging/protocol';
import { originsOf } from '../tabs/shop-hosts';

/**
 * Has the one thing done that a health asks for, and calls `leave` once it is; else gives what went wrong. A permission is
 * asked for in the very click, or not at all.
 */
export async function askForHelp(
  shop: ShopId,
  action: HealthAction,
  leave: () => void,
): Promise<Pick<Extract<Done, { readonly ok: false }>, 'key'> | null> {
  if (action === 'allow') {
    await browser.permissions.request({ origins: originsOf(shop) });
    return null;
  }
  const answer = await sendMessage('help', { shop, action }).catch(() => null);
  if (answer?.ok) leave();
  return answer?.ok ? null : { key: answer?.key ?? 'message_unknown_error' };
}
