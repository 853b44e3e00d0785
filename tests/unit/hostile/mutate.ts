import fc from 'fast-check';
import { nastyText, nastyValue } from './runs';

type Change = (bytes: Uint8Array) => Uint8Array;

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
const place = (bytes: Uint8Array, at: number) => (bytes.length === 0 ? 0 : at % bytes.length);

const edge = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255));

/** One thing that goes wrong with bytes: changed, flipped, put in, left out, said twice, cut off. */
const change: fc.Arbitrary<Change> = fc
  .record({
    how: fc.constantFrom('set', 'set', 'set', 'flip', 'flip', 'put', 'drop', 'twice', 'cut', 'long'),
    at: fc.nat(),
    size: fc.integer({ min: 1, max: 24 }),
    value: edge,
  })
  .map(({ how, at, size, value }) => bytes => {
    const from = place(bytes, at);
    const [head, tail] = [bytes.subarray(0, from), bytes.subarray(from)];
    switch (how) {
      case 'set':
        return joined(head, Uint8Array.of(value), tail.subarray(1));
      case 'flip':
        return joined(head, Uint8Array.of((tail[0] ?? 0) ^ (1 << (value & 7))), tail.subarray(1));
      case 'put':
        return joined(head, new Uint8Array(size).fill(value), tail);
      case 'drop':
        return joined(head, tail.subarray(size));
      case 'twice':
        return joined(head, tail.subarray(0, size), tail);
      case 'cut':
        return head;
      default:
        // A length or number that goes on and on.
        return joined(head, new Uint8Array(size % 12).fill(0xff), Uint8Array.of(value & 0x7f), tail.subarray(1));
    }
  });

/** One of the seeds with one to four things gone wrong. */
export function spoiledBytes(seeds: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([seed, changes]) => changes.reduce((bytes, one) => one(bytes), seed));
}

/** JSON of one of the seeds in which some values were replaced, or some characters. */
export function spoiledJson(seeds: readonly unknown[]): fc.Arbitrary<string> {
  const texts = seeds.map(seed => JSON.stringify(seed));
  const places = (text: string) => {
    let count = 0;
    JSON.parse(text, (_, value) => {
      count++;
      return value;
    });
    return count;
  };
  const sized = texts.map(text => ({ text, places: places(text) }));
  const replaced = fc
    .tuple(fc.constantFrom(...sized), fc.array(fc.tuple(fc.nat(), nastyValue), { minLength: 1, maxLength: 4 }))
    .map(([{ text, places }, others]) => {
      const at = new Map(others.map(([place, other]) => [place % places, other] as const));
      let place = 0;
      return JSON.stringify(JSON.parse(text), (_, value) => {
        const here = place++;
        // Fresh each time: one that is put inside itself has no end.
        return at.has(here) ? structuredClone(at.get(here)) : value;
      });
    });
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const garbled = spoiledBytes(texts.map(text => encoder.encode(text))).map(bytes => decoder.decode(bytes));
  return fc.oneof(
    { weight: 6, arbitrary: replaced.map(text => text ?? 'null') },
    { weight: 3, arbitrary: garbled },
    { weight: 1, arbitrary: fc.oneof(nastyText, fc.json()) },
  );
}
