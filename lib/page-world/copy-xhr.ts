import { copyOf, type Give } from './copied';
import { apply } from './kept-aside';
import { lookAlike, replace } from './look-alike';

/** Copies the answers to the page's own `XMLHttpRequest`s to the addresses that are wanted. */
export function copyXhr(page: Window & typeof globalThis, wants: (url: string) => boolean, give: Give): void {
  const { prototype } = page.XMLHttpRequest;
  // The page may replace its own later, and see in it that we listen.
  const { addEventListener } = page.EventTarget.prototype;
  const wanted = new WeakMap<XMLHttpRequest, string>();

  replace(
    prototype,
    'open',
    lookAlike(prototype.open, {
      apply(target, self, args) {
        const result = apply(target, self, args);
        try {
          const url = new URL(String(args[1]), page.location.href).href;
          if (wants(url)) wanted.set(self, url);
          else wanted.delete(self);
        } catch {
          // An address that is none was the browser's to refuse, and it did.
        }
        return result;
      },
    }),
  );

  replace(
    prototype,
    'send',
    lookAlike(prototype.send, {
      apply(target, self: XMLHttpRequest, args) {
        try {
          if (wanted.has(self)) apply(addEventListener, self, ['load', copyLoaded]);
        } catch {
          // Not the page's business.
        }
        return apply(target, self, args);
      },
    }),
  );

  /**
   * One and the same listener, so that a request has it once: the page may use it again, for the same address, or for one that
   * is not wanted.
   */
  async function copyLoaded(this: XMLHttpRequest): Promise<void> {
    try {
      const url = wanted.get(this);
      if (url === undefined) return;
      const at = Date.now();
      const body = await bodyOf(this);
      if (body !== null) give(copyOf(this.responseURL || url, 'xhr', body, at));
    } catch {
      // A body that cannot be read by us may still be fine for the page.
    }
  }
}

async function bodyOf(request: XMLHttpRequest): Promise<string | ArrayBuffer | null> {
  const { responseType: type, response } = request;
  if (type === 'json') return JSON.stringify(response);
  if (type === 'blob') return (response as Blob | null)?.arrayBuffer() ?? null;
  return type === 'document' ? null : (response as string | ArrayBuffer | null);
}
