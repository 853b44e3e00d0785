import { bodyCap } from '../body-cap';

// Deflate grows at most about 1 030 times, so a slice of this size can never fill much more than the cap at once.
const slice = 4096;

export function looksGzipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** What a gzip stream holds; `null` where it is damaged, cut short, or larger than the cap. Never rejects. */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array | null> {
  const size = promisedSize(bytes);
  if (size === null) return null;
  const { readable, writable } = new DecompressionStream('gzip');
  const written = write(writable, bytes);
  const whole = new Uint8Array(size);
  let filled = 0;
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      // Stopping at the first byte too many: the size a bomb promises is not the size it has.
      if (filled + value.length > size) {
        await reader.cancel();
        return null;
      }
      whole.set(value, filled);
      filled += value.length;
    }
  } catch {
    return null;
  } finally {
    await written;
  }
  return filled === size ? whole : null;
}

async function write(writable: WritableStream<BufferSource>, bytes: Uint8Array): Promise<void> {
  const writer = writable.getWriter();
  try {
    for (let at = 0; at < bytes.length; at += slice) {
      // By way of a blob: the stream of a content script in Firefox is the page's, and takes no bytes of another realm.
      await writer.write(await new Blob([bytes.slice(at, at + slice)]).arrayBuffer());
    }
    await writer.close();
  } catch {
    // What is wrong with the stream is told to who reads it.
  }
}

/** bytes: a gzip stream ends with its unpacked size. */
function promisedSize(bytes: Uint8Array): number | null {
  if (!looksGzipped(bytes) || bytes.length < 18) return null;
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  return size <= bodyCap ? size : null;
}
