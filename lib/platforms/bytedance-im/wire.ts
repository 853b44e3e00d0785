import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';

/** Bytes being read. One reader serves a whole exchange; nested messages are ranges of it, not copies. */
export interface Wire {
  readonly bytes: Uint8Array;
  readonly reader: BinaryReader;
}

/** The bytes are not what the field numbers promise. Caught inside this folder; nothing throws into the page. */
export class Misread extends Error {}

// Chat needs 5 levels; the cap is for groups, which only a hostile page would nest (bytedance-im.md section 7).
const deepest = 8;

export function wireOf(bytes: Uint8Array): Wire {
  return { bytes, reader: new BinaryReader(bytes) };
}

/** The next tag: `field << 3 | wire type`. */
export function nextTag(wire: Wire): number {
  const tag = nextCount(wire);
  if (tag < 8) throw new Misread('field 0');
  return tag;
}

/** A tag or a length. Nearly all are one byte, and there are some hundred in a message. */
function nextCount({ bytes, reader }: Wire): number {
  const byte = bytes[reader.pos] ?? 0x80;
  if (byte >= 0x80) return reader.uint32();
  reader.pos++;
  return byte;
}

/** Steps into a length-delimited field and answers where it ends. */
export function enter(wire: Wire, tag: number, limit: number): number {
  if ((tag & 7) !== WireType.LengthDelimited) throw new Misread('wire type');
  const length = nextCount(wire);
  const end = wire.reader.pos + length;
  if (end > limit) throw new Misread('length');
  return end;
}

/** Leaves a range that was read to its end. A field that ran over it was misread. */
export function leave({ reader }: Wire, end: number): void {
  if (reader.pos !== end) throw new Misread('overrun');
}

/** A string of at most `cap` bytes. */
export function readText(wire: Wire, tag: number, limit: number, cap: number): string {
  const start = wire.reader.pos;
  const end = enter(wire, tag, limit);
  if (end - wire.reader.pos > cap) throw new Misread('long string');
  // Nearly all are ids and marks in ASCII, put together without a call of `TextDecoder` for each: a content script of
  // Firefox reaches that through a wrapper.
  let text = '';
  for (let at = wire.reader.pos; at < end; at++) {
    const byte = wire.bytes[at] ?? 0x80;
    if (byte >= 0x80) {
      wire.reader.pos = start;
      return wire.reader.string();
    }
    text += String.fromCharCode(byte);
  }
  wire.reader.pos = end;
  return text;
}

/** A 64-bit id in decimal. Ids exceed 2^53, so they never become numbers (bytedance-im.md section 5). */
export function readId({ reader }: Wire, tag: number): string {
  if ((tag & 7) !== WireType.Varint) throw new Misread('wire type');
  return reader.int64().toString();
}

/** A number that is known to be small enough: a time, a type, a status. */
export function readNumber({ reader }: Wire, tag: number): number {
  if ((tag & 7) !== WireType.Varint) throw new Misread('wire type');
  return Number(reader.int64());
}

/** Skips a field whose number means nothing to us: no reader refuses a message for having more fields. */
export function pass(wire: Wire, tag: number, limit: number): void {
  const { reader } = wire;
  // Without `skip`, which makes a view of every skipped string: most of a message is skipped.
  if ((tag & 7) === WireType.LengthDelimited) reader.pos = enter(wire, tag, limit);
  else reader.skip(tag & 7, tag >>> 3, deepest);
  if (reader.pos > limit) throw new Misread('overrun');
}

/** Skips a field whose wire type is known although its value is not needed. */
export function passAs(wire: Wire, tag: number, limit: number, type: WireType): void {
  if ((tag & 7) !== type) throw new Misread('wire type');
  pass(wire, tag, limit);
}
