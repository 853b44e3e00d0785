import { Gunzip } from 'fflate';
import { bodyCap } from '../body-cap';

// Deflate grows at most about 1 030 times, so a slice of this size can never fill much more than the cap at once.
const slice = 4096;

export function looksGzipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** What a gzip stream holds; `null` where it is damaged, cut short, or larger than the cap. */
export function gunzip(bytes: Uint8Array): Uint8Array | null {
  const size = promisedSize(bytes);
  if (size === null) return null;
  const whole = new Uint8Array(size);
  let filled = 0;
  let excess = false;
  const stream = new Gunzip(part => {
    excess ||= filled + part.length > size;
    if (excess) return;
    whole.set(part, filled);
    filled += part.length;
  });
  try {
    // In slices, and stopping at the first byte too many: the size a bomb promises is not the size it has.
    for (let at = 0; at < bytes.length && !excess; at += slice) {
      stream.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
    }
  } catch {
    return null;
  }
  return excess || filled !== size ? null : whole;
}

/** bytes: a gzip stream ends with its unpacked size. */
function promisedSize(bytes: Uint8Array): number | null {
  if (!looksGzipped(bytes) || bytes.length < 18) return null;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  return size <= bodyCap ? size : null;
}
