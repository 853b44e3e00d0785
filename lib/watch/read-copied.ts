import * as v from 'valibot';
import { type Copied, largestBody } from '../page-world/copied';
import type { Exchange, NotUnderstood } from '../platforms/platform';

const copied = v.object({
  url: v.pipe(v.string(), v.maxLength(8192)),
  via: v.picklist(['fetch', 'xhr', 'socket'] as const),
  at: v.pipe(v.number(), v.finite()),
  size: v.pipe(v.number(), v.minValue(0)),
  body: v.unknown(),
});

/**
 * What came through the port, as an exchange. The page's world is the page's: nothing is believed. `null` for what is
 * no copy at all; too large a one is told as not understood.
 */
export function readCopied(raw: unknown): Exchange | (NotUnderstood & Pick<Copied, 'url'>) | null {
  const parsed = v.safeParse(copied, raw);
  if (!parsed.success) return null;
  const { url, via, at, body, size } = parsed.output;
  if (body === null) return { url, notUnderstood: 'too-large', size };
  if (typeof body === 'string')
    return body.length > largestBody ? { url, notUnderstood: 'too-large', size } : { url, via, at, body };
  // An ArrayBuffer of another realm is no instance of ours (Firefox); its tag tells.
  if (Object.prototype.toString.call(body) !== '[object ArrayBuffer]') return null;
  const bytes = new Uint8Array(body as ArrayBuffer);
  return bytes.length > largestBody ? { url, notUnderstood: 'too-large', size } : { url, via, at, body: bytes };
}
