import { defineContentScript } from 'wxt/utils/define-content-script';
import { onMessage, sendMessage } from '@/lib/messaging/messenger';
import { platformAt } from '@/lib/messaging/sender';
import { platforms } from '@/lib/platforms/platforms';
import { watchChat } from '@/lib/watch/watch-chat';

// Registered by the background for the hosts that were granted.
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  // A page could forge that message and silence us with it.
  noScriptStartedPostMessage: true,
  main(ctx) {
    const found = platformAt(location.href, platforms);
    if (!found) return;
    const look = watchChat({
      page: window,
      platform: found.platform,
      market: found.market,
      record: (shop, observations) => sendMessage('record', { shop, observations }),
      beat: sign => sendMessage('beat', sign),
      wake: () => sendMessage('wake'),
      signal: ctx.signal,
      isAlive: () => ctx.isValid,
    });
    ctx.onInvalidated(onMessage('look', look));
  },
});
