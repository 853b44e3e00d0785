import { copyOf, type Give } from './copied';
import { apply } from './kept-aside';
import { lookAlike, replace } from './look-alike';

/** Copies the answers to the page's own `XMLHttpRequest`s to the addresses that are wanted. */
export function copyXhr(page: Window & typeof globalThis, wants: (url: string) => boolean, give: Give): void {
  const { prototype } = page.XMLHttpRequest;
  // The page may replace its own later, and see in it that we listen.
  const { addEventListener } = page.EventTarget.prototype;
  const wanted = new WeakMap<XMLHttpRequest, string>();
  const heard = new WeakSet<XMLHttpRequest>();

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
          if (wanted.has(self) && !heard.has(self)) listen(self);
        } catch {
          // Not the page's business.
        }
        return apply(target, self, args);
      },
    }),
  );

  /** Once for each request, which the page may use again: for the same address, or for one that is not wanted. */
  function listen(request: XMLHttpRequest): void {
    heard.add(request);
    const onLoad = () => {
      const url = wanted.get(request);
      if (url !== undefined) void copy(request, url);
    };
    apply(addEventListener, request, ['load', onLoad]);
  }

  async function copy(request: XMLHttpRequest, url: string): Promise<void> {
    try {
      const at = Date.now();
      const body = await bodyOf(request);
      if (body !== null) give(copyOf(request.responseURL || url, 'xhr', body, at));
    } catch {
      // A body that cannot be read by us may still be fine for the page.
    }
  }
}

async function bodyOf(request: XMLHttpRequest): Promise<string | ArrayBuffer | null> {
  switch (request.responseType) {
    case '':
    case 'text':
      return request.responseText;
    case 'json':
      return JSON.stringify(request.response);
    case 'arraybuffer':
      return request.response as ArrayBuffer | null;
    case 'blob':
      return (request.response as Blob | null)?.arrayBuffer() ?? null;
    default:
      return null;
  }
}
