import { utf8Of } from '../own-bytes';
import type { Wire } from './wire';

/** What a message says, while it is read: it can be asked about, and is never kept. */
export interface Content {
  /** Whether it ends with these words (in UTF-8): compared as they lie there, nothing is decoded. */
  endsWith(words: Uint8Array): boolean;
  /** Its text; empty where it is longer than `cap` bytes. */
  text(cap: number): string;
}

/** The content that lies between two places of the wire. */
export function contentAt({ bytes }: Wire, from: number, to: number): Content {
  return {
    endsWith(words) {
      const start = to - words.length;
      return start >= from && words.every((byte, i) => bytes[start + i] === byte);
    },
    text: cap => (to - from > cap ? '' : new TextDecoder().decode(bytes.subarray(from, to))),
  };
}

/** The content that an answer in JSON gives as text. */
export function contentOf(text: string): Content {
  return {
    endsWith: words => text.endsWith(new TextDecoder().decode(words)),
    // No character takes more than three bytes of UTF-8 for each of its units.
    text: cap => (text.length * 3 > cap && utf8Of(text).length > cap ? '' : text),
  };
}
