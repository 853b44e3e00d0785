import { gunzip, looksGzipped } from './gunzip';
import { unpackLz4 } from './unpack-lz4';

type Unpack = (payload: Uint8Array) => Uint8Array | null | Promise<Uint8Array | null>;

const plain: Unpack = payload => payload;
const gzip: Unpack = payload => (looksGzipped(payload) ? gunzip(payload) : null);

/**
 * The ways to unpack a payload, likeliest first. What `payload_encoding` says today was not recorded anywhere, so its
 * word decides only which way is tried first (bytedance-im.md section 3).
 */
export function unpackings(encoding: string): readonly Unpack[] {
  if (encoding.includes('gzip')) return [gzip, plain, unpackLz4];
  if (encoding.includes('lz4')) return [unpackLz4, plain, gzip];
  return [plain, gzip, unpackLz4];
}
