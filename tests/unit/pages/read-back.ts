import { gunzipSync } from 'node:zlib';
import { BinaryReader } from '@bufbuild/protobuf/wire';
import { compressors } from 'hyparquet-compressors';

/** A look at protobuf bytes that knows no names: field numbers to values, in order. */
export function readBack(bytes: Uint8Array): Record<number, (bigint | Uint8Array)[]> {
  const reader = new BinaryReader(bytes);
  const found: Record<number, (bigint | Uint8Array)[]> = {};
  while (reader.pos < reader.len) {
    const [no, type] = reader.tag();
    const value = type === 0 ? BigInt(reader.int64()) : reader.bytes();
    found[no] = [...(found[no] ?? []), value];
  }
  return found;
}

/** Follows a path of field numbers, taking the first of each. */
export function at(bytes: Uint8Array, ...path: number[]): bigint | Uint8Array | undefined {
  let value: bigint | Uint8Array | undefined = bytes;
  for (const no of path) value = value instanceof Uint8Array ? readBack(value)[no]?.[0] : undefined;
  return value;
}

export function textAt(bytes: Uint8Array, ...path: number[]): string {
  const value = at(bytes, ...path);
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : '';
}

export function partAt(bytes: Uint8Array, ...path: number[]): Uint8Array {
  const value = at(bytes, ...path);
  if (!(value instanceof Uint8Array)) throw new Error(`nothing at ${path.join('.')}`);
  return value;
}

export function extOf(body: Uint8Array): Record<string, string> {
  const pairs = (readBack(body)[9] ?? []).filter(pair => pair instanceof Uint8Array);
  return Object.fromEntries(pairs.map(pair => [textAt(pair, 1), textAt(pair, 2)]));
}

/** The payload of a frame, unpacked by libraries that had no part in packing it. */
export function payloadOf(frame: Uint8Array): Uint8Array {
  const packed = partAt(frame, 8);
  const name = textAt(frame, 6);
  if (name === 'gzip') return gunzipSync(packed);
  if (name !== 'lz4') return packed;
  const roomy = compressors.LZ4_RAW?.(packed, 64 * 1024) ?? new Uint8Array(0);
  // The decoder wants a size and fills the rest with zeros; a response ends in letters.
  return roomy.subarray(0, roomy.findLastIndex(byte => byte !== 0) + 1);
}
