import { copyOf, type Give } from './copied';
import { lookAlike, replace } from './look-alike';

/** Copies the answers to the page's own `XMLHttpRequest`s to the addresses that are wanted. */
export function copyXhr(page: Window & typeof globalThis, wants: (url: string) => boolean, give: Give): void {
  const { prototype } = page.XMLHttpRequest;
  const wanted = new WeakMap<XMLHttpRequest, string>();

  replace(
    prototype,
    'open',
    lookAlike(prototype.open, {
      apply(target, self, args) {
        const result = Reflect.apply(target, self, args);
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
          const url = wanted.get(self);
          if (url !== undefined) self.addEventListener('load', () => void copy(self, url), { once: true });
        } catch {
          // Not the page's business.
        }
        return Reflect.apply(target, self, args);
      },
    }),
  );

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
