/** Bytes being read, and how far. */
export interface Reader {
  readonly bytes: Uint8Array;
  pos: number;
}

/** Seven bytes of seven bits fit into an exact number; what is left of 64 bits is above them. */
const lowBytes = 7;
const lowSize = 2 ** 49;

let high = 0;

/** Reads a varint of up to ten bytes: returns its lower 49 bits and leaves the upper 15 in `high`. */
function readHalves(reader: Reader): number {
  let low = 0;
  let factor = 1;
  high = 0;
  for (let i = 0; i < 10; i++) {
    const byte = reader.bytes[reader.pos++] ?? -1;
    if (byte < 0) throw new RangeError('bytes end in a varint');
    const bits = byte & 0x7f;
    if (i < lowBytes) low += bits * factor;
    else high += bits * factor;
    factor = i === lowBytes - 1 ? 1 : factor * 128;
    if (byte < 0x80) return low;
  }
  throw new RangeError('a varint of more than ten bytes');
}

/** A signed 64-bit number; beyond 2^53 the nearest that there is. */
export function readVarint(reader: Reader): number {
  const low = readHalves(reader);
  return high < 16 ? high * lowSize + low : Number(signed(low));
}

/** A signed 64-bit number in decimal, to the last digit. */
export function readVarintText(reader: Reader): string {
  const low = readHalves(reader);
  return high < 16 ? String(high * lowSize + low) : String(signed(low));
}

function signed(low: number): bigint {
  return BigInt.asIntN(64, BigInt(high) * BigInt(lowSize) + BigInt(low));
}
