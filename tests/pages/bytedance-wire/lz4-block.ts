/**
 * LZ4 block data: no frame header, no length prefix, as the recording of January 2023 had it.
 * Greedy matching over a hash of four bytes; small and correct rather than fast.
 */
export function lz4Block(input: Uint8Array): Uint8Array {
  const out: number[] = [];
  const seen = new Map<number, number>();
  // The format wants the last five bytes as literals and no match that starts in the last twelve.
  const matchEnd = input.length - 5;
  const lastStart = input.length - 12;
  let anchor = 0;
  let at = 0;
  while (at <= lastStart) {
    const word = wordAt(input, at);
    const before = seen.get(word);
    seen.set(word, at);
    if (before === undefined || at - before > 0xffff) {
      at += 1;
      continue;
    }
    let length = 4;
    while (at + length < matchEnd && input[before + length] === input[at + length]) length += 1;
    writeSequence(out, input.subarray(anchor, at), { offset: at - before, length });
    at += length;
    anchor = at;
  }
  writeSequence(out, input.subarray(anchor), undefined);
  return Uint8Array.from(out);
}

/** A block of a few kilobytes that claims to unpack to `bytes` bytes: what a size limit is for. */
export function lz4Bomb(bytes: number): Uint8Array {
  const out: number[] = [];
  writeSequence(out, Uint8Array.of(0), { offset: 1, length: Math.max(4, bytes - 6) });
  writeSequence(out, new Uint8Array(5), undefined);
  return Uint8Array.from(out);
}

function writeSequence(out: number[], literals: Uint8Array, match: { offset: number; length: number } | undefined) {
  const matchLength = match === undefined ? 0 : match.length - 4;
  out.push((Math.min(literals.length, 15) << 4) | Math.min(matchLength, 15));
  writeLength(out, literals.length);
  for (const byte of literals) out.push(byte);
  if (match === undefined) return;
  out.push(match.offset & 0xff, match.offset >> 8);
  writeLength(out, matchLength);
}

/** A length of 15 or more goes on in further bytes, each 255 until the last. */
function writeLength(out: number[], length: number) {
  if (length < 15) return;
  let rest = length - 15;
  for (; rest >= 255; rest -= 255) out.push(255);
  out.push(rest);
}

function wordAt(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
  return ((a | (b << 8) | (c << 16)) + d * 2 ** 24) >>> 0;
}
