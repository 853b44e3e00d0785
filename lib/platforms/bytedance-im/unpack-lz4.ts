import { decompressLz4Raw } from 'hyparquet-compressors/src/lz4.js';
import { bodyCap } from '../body-cap';

/**
 * What one LZ4 block without header holds; `null` where the bytes are no such block or would exceed the cap. The
 * decompressor bounds neither its reading nor its writing, so the block is measured first.
 */
export function unpackLz4(block: Uint8Array): Uint8Array | null {
  const length = unpackedLength(block);
  if (length === null) return null;
  try {
    return decompressLz4Raw(block, length);
  } catch {
    return null;
  }
}

/** bytes: walks the sequences of a block without copying anything. */
function unpackedLength(block: Uint8Array): number | null {
  let at = 0;
  let length = 0;
  // Adds a length's continuation bytes; running off the end makes it not a number, which no comparison passes.
  const extended = (first: number): number => {
    let sum = first;
    for (let byte = 255; first === 15 && byte === 255; sum += byte) byte = block[at++] ?? Number.NaN;
    return sum;
  };
  while (at < block.length) {
    const token = block[at++] ?? 0;
    const literals = extended(token >> 4);
    at += literals;
    length += literals;
    if (!(length <= bodyCap)) return null;
    // Every block ends with literals; a match in the last place was cut off.
    if (at === block.length) return length;
    // The two bytes of the match's offset; a wrong one is refused by the decompressor itself.
    at += 2;
    length += extended(token & 15) + 4;
  }
  return null;
}
