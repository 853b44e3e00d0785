import { BinaryWriter } from '@bufbuild/protobuf/wire';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readVarint, readVarintText } from '../../../../lib/platforms/bytedance-im/varint';

const written = (value: bigint) => new BinaryWriter().int64(value).finish();
const int64 = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom(0n, 127n, 128n, 2n ** 49n - 1n, 2n ** 49n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n, -1n),
);

it('any number of 64 bits is read as it was written, to the last digit', () => {
  fc.assert(
    fc.property(int64, value => {
      const bytes = written(value);
      const reader = { bytes, pos: 0 };
      expect(readVarintText(reader)).toBe(String(value));
      expect(reader.pos).toBe(bytes.length);
      expect(readVarint({ bytes, pos: 0 })).toBe(Number(value));
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['nothing', []],
  ['a number that was cut short', [0x80, 0x80]],
  ['one that never ends', new Array(11).fill(0x80)],
])('%s is none', (_, bytes) => {
  expect(() => readVarint({ bytes: Uint8Array.from(bytes), pos: 0 })).toThrow(RangeError);
});
