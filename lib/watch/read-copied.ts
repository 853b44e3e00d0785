import { type Copied, largestBody } from '../page-world/copied';
import { ownBytes } from '../platforms/own-bytes';
import type { Exchange, NotUnderstood } from '../platforms/platform';

/** As long as the addresses that are wanted may be: one that was copied is not dropped here. */
const longestUrl = 16_384;
const isCarrier = (via: unknown): via is Copied['via'] =>
  via === 'fetch' || via === 'xhr' || via === 'socket' || via === 'event';

/**
 * What came through the port, as an exchange. The page's world is the page's: nothing is believed. `null` for what is
 * no copy at all; too large a one is told as not understood.
 */
export function readCopied(raw: unknown): Exchange | (NotUnderstood & Pick<Copied, 'url'>) | null {
  const { url, via, at, body, size } = (raw ?? {}) as Partial<Record<keyof Copied, unknown>>;
  if (typeof url !== 'string' || url.length > longestUrl || !isCarrier(via)) return null;
  if (typeof at !== 'number' || typeof size !== 'number' || !Number.isFinite(at)) return null;
  if (body === null) return { url, notUnderstood: 'too-large', size };
  if (typeof body === 'string')
    return body.length > largestBody ? { url, notUnderstood: 'too-large', size } : { url, via, at, body };
  // The page's buffer is not held on to (bytedance-im.md section 7).
  const bytes = ownBytes(body);
  if (bytes === null) return null;
  return bytes.length > largestBody ? { url, notUnderstood: 'too-large', size } : { url, via, at, body: bytes };
}

/** What it takes of memory while it waits, bytes; of what is no copy nothing is known. */
export function weightOf(raw: unknown): number {
  const { body } = (raw ?? {}) as Partial<Record<keyof Copied, unknown>>;
  if (typeof body === 'string') return body.length * 2;
  const { byteLength } = (body ?? {}) as { byteLength?: unknown };
  return typeof byteLength === 'number' ? byteLength : 0;
}
