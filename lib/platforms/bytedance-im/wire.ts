import { type Reader, readVarint, readVarintText } from './varint';

/**
 * Bytes being read. One reader serves a whole exchange; nested messages are ranges of it, not copies. The few wire types
 * that chat needs are read here: the reader of a library was a seventh of what a page has to load.
 */
export interface Wire {
  readonly bytes: Uint8Array;
  readonly reader: Reader;
}

/** How a field lies on the wire; the lower three bits of its tag. */
export const wireType = { varint: 0, fixed64: 1, lengthDelimited: 2, startGroup: 3, endGroup: 4, fixed32: 5 } as const;

/** The bytes are not what the field numbers promise. Caught inside this folder; nothing throws into the page. */
export class Misread extends Error {}

// Chat needs 5 levels; the cap is for groups, which only a hostile page would nest (bytedance-im.md section 7).
const deepest = 8;

export function wireOf(bytes: Uint8Array): Wire {
  return { bytes, reader: { bytes, pos: 0 } };
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
  if (byte < 0x80) {
    reader.pos++;
    return byte;
  }
  const count = readVarint(reader);
  if (count < 0 || count > 0xffff_ffff) throw new Misread('count');
  return count;
}

/** Steps into a length-delimited field and answers where it ends. */
export function enter(wire: Wire, tag: number, limit: number): number {
  if ((tag & 7) !== wireType.lengthDelimited) throw new Misread('wire type');
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
  const end = enter(wire, tag, limit);
  const { bytes, reader } = wire;
  const start = reader.pos;
  if (end - start > cap) throw new Misread('long string');
  reader.pos = end;
  // Nearly all are ids and marks in ASCII, put together without a call of `TextDecoder` for each: a content script of
  // Firefox reaches that through a wrapper.
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0x80;
    if (byte >= 0x80) return new TextDecoder().decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** A 64-bit id in decimal. Ids exceed 2^53, so they never become numbers (bytedance-im.md section 5). */
export function readId({ reader }: Wire, tag: number): string {
  if ((tag & 7) !== wireType.varint) throw new Misread('wire type');
  return readVarintText(reader);
}

/** A number that is known to be small enough: a time, a type, a status. */
export function readNumber({ reader }: Wire, tag: number): number {
  if ((tag & 7) !== wireType.varint) throw new Misread('wire type');
  return readVarint(reader);
}

/** Skips a field whose number means nothing to us: no reader refuses a message for having more fields. */
export function pass(wire: Wire, tag: number, limit: number): void {
  skip(wire, tag, limit, 0);
  if (wire.reader.pos > limit) throw new Misread('overrun');
}

/** Skips a field whose wire type is known although its value is not needed. */
export function passAs(wire: Wire, tag: number, limit: number, type: number): void {
  if ((tag & 7) !== type) throw new Misread('wire type');
  pass(wire, tag, limit);
}

function skip(wire: Wire, tag: number, limit: number, depth: number): void {
  const { reader } = wire;
  switch (tag & 7) {
    case wireType.varint:
      readVarint(reader);
      return;
    case wireType.fixed64:
      reader.pos += 8;
      return;
    case wireType.lengthDelimited:
      reader.pos = enter(wire, tag, limit);
      return;
    case wireType.startGroup:
      skipGroup(wire, tag, limit, depth + 1);
      return;
    case wireType.fixed32:
      reader.pos += 4;
      return;
    default:
      throw new Misread('wire type');
  }
}

function skipGroup(wire: Wire, start: number, limit: number, depth: number): void {
  if (depth > deepest) throw new Misread('depth');
  for (;;) {
    const tag = nextTag(wire);
    if ((tag & 7) !== wireType.endGroup) skip(wire, tag, limit, depth);
    else if (tag >>> 3 === start >>> 3) return;
    else throw new Misread('group');
  }
}
