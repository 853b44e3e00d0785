import { enter, leave, Misread, nextTag, pass, readText, type Wire } from './wire';

/** Where one entry of a map lies. Filled again for each entry: a message has about 25, of which a few are wanted. */
export interface Entry {
  keyAt: number;
  keyLength: number;
  /** Of the value's length prefix; -1 where the entry has no value. */
  valueAt: number;
  end: number;
}

export function emptyEntry(): Entry {
  return { keyAt: 0, keyLength: 0, valueAt: -1, end: 0 };
}

const keyTag = (1 << 3) | 2;
const valueTag = (2 << 3) | 2;

/** Finds key and value of a map entry without decoding either, and moves behind it. */
export function findEntry(wire: Wire, tag: number, limit: number, entry: Entry): void {
  const { reader } = wire;
  const end = enter(wire, tag, limit);
  entry.keyLength = 0;
  entry.valueAt = -1;
  entry.end = end;
  while (reader.pos < end) {
    const inner = nextTag(wire);
    if (inner === keyTag) {
      const keyEnd = enter(wire, inner, end);
      entry.keyAt = reader.pos;
      entry.keyLength = keyEnd - reader.pos;
      reader.pos = keyEnd;
    } else if (inner === valueTag) {
      entry.valueAt = reader.pos;
      reader.pos = enter(wire, inner, end);
    } else if (inner >>> 3 <= 2) {
      throw new Misread('wire type');
    } else {
      pass(wire, inner, end);
    }
  }
  leave(wire, end);
}

/** The entry's value, cut off as empty where it is longer than any value that is wanted. */
export function valueIn(wire: Wire, entry: Entry, cap: number): string {
  if (entry.valueAt < 0 || entry.end - entry.valueAt > cap) return '';
  wire.reader.pos = entry.valueAt;
  const value = readText(wire, valueTag, entry.end, cap);
  wire.reader.pos = entry.end;
  return value;
}

/** Whether the entry's key is this one, byte by byte: nothing is decoded that is not wanted. */
export function keyIs({ bytes }: Wire, { keyAt, keyLength }: Entry, key: Uint8Array): boolean {
  if (keyLength !== key.length) return false;
  return keyStarts(bytes, keyAt, key);
}

export function keyStartsWith({ bytes }: Wire, { keyAt, keyLength }: Entry, prefix: Uint8Array): boolean {
  return keyLength >= prefix.length && keyStarts(bytes, keyAt, prefix);
}

function keyStarts(bytes: Uint8Array, at: number, key: Uint8Array): boolean {
  for (let i = 0; i < key.length; i++) if (bytes[at + i] !== key[i]) return false;
  return true;
}
