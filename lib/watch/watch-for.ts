import { onMessage, sendMessage } from '../messaging/messenger';
import { platformAt } from '../messaging/sender';
import type { Platform } from '../platforms/platform';
import type { ScriptLife } from './script-context';
import { speaks } from './speaks';
import { type WatchArgs, watchChat } from './watch-chat';

/** Watches the page for one platform, where it is on one of its hosts. What the doors of all platforms have in common. */
export function watchFor(platform: Platform, ctx: ScriptLife, more: Pick<WatchArgs, 'rows'> = {}): void {
  const market = platformAt(location.href, [platform])?.market;
  if (!market) return;
  const look = watchChat({
    page: window,
    ...more,
    platform,
    market,
    record: (shop, observations) => sendMessage('record', { shop, observations }),
    beat: sign => sendMessage('beat', sign),
    wake: () => sendMessage('wake'),
    signal: ctx.signal,
    isAlive: () => ctx.isValid,
  });
  // Every frame is asked at once and the first answer counts, so one that is not to speak never gives any.
  ctx.onInvalidated(onMessage('look', () => (speaks(window, platform) ? look() : new Promise<never>(() => {}))));
  ctx.onInvalidated(onMessage('stop', () => ctx.notifyInvalidated()));
}
