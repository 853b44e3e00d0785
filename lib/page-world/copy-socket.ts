import { copyOf, type Give, largestBody } from './copied';
import { apply, construct } from './kept-aside';
import { lookAlike, replace } from './look-alike';

/**
 * Copies what the page's own sockets to the addresses that are wanted receive. `stirred` is told when any of its sockets
 * opens, and before the page when one receives something, for whoever waits for what the page makes of it; it never throws.
 */
export function copySocket(
  page: Window & typeof globalThis,
  wants: (url: string) => boolean,
  give: Give,
  stirred: () => void,
): void {
  const original = page.WebSocket;
  // A class of the page's that extends this one may have an `addEventListener` of its own, not ready yet.
  const { addEventListener } = page.EventTarget.prototype;
  const standIn = lookAlike(original, {
    construct(target, args, newTarget) {
      const socket: WebSocket = construct(target, args, newTarget === standIn ? target : newTarget);
      try {
        const { url } = socket;
        const isWanted = wants(url);
        const onMessage = (event: MessageEvent) => {
          stirred();
          if (isWanted) void copy(url, event.data);
        };
        apply(addEventListener, socket, ['open', stirred]);
        apply(addEventListener, socket, ['message', onMessage]);
      } catch {
        // Not the page's business.
      }
      return socket;
    },
  });
  replace(original.prototype, 'constructor', standIn);
  replace(page, 'WebSocket', standIn);

  async function copy(url: string, data: unknown): Promise<void> {
    try {
      const at = Date.now();
      if (typeof data === 'string' || data instanceof page.ArrayBuffer) give(copyOf(url, 'socket', data, at));
      else if (data instanceof page.Blob) {
        if (data.size > largestBody) give({ url, via: 'socket', at, body: null, size: data.size });
        else give(copyOf(url, 'socket', await data.arrayBuffer(), at));
      }
    } catch {
      // A frame that cannot be copied is missed, which the chain of cursors tells; the page has it.
    }
  }
}
