import type { Exchange } from '../platforms/platform';

/** What the page's world hands over: an exchange as it was, or only its size where it is too large to copy. */
export interface Copied {
  readonly url: string;
  readonly via: Exchange['via'];
  /** ms since the epoch. */
  readonly at: number;
  readonly body: string | ArrayBuffer | null;
  /** bytes, or characters of a text. */
  readonly size: number;
}

/** No chat exchange is this large (bytedance-im.md section 3); one that is, is told of but not copied. */
export const largestBody = 4 * 1024 * 1024;

/** Takes a copy away. Never throws. */
export type Give = (copied: Copied) => void;

/** A copy of `body` for `give`; blobs, which are read later, are not its business. */
export function copyOf(url: string, via: Copied['via'], body: string | ArrayBuffer, at: number): Copied {
  const size = typeof body === 'string' ? body.length : body.byteLength;
  return { url, via, at, body: size > largestBody ? null : body, size };
}
