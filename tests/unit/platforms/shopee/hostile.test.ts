import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBatch } from '../../../../lib/messaging/observation-schema';
import { chat, conversation, decoded, fromShop, message, noon, sent } from './build-answers';

const paths = [
  'conversations',
  `conversations/${chat}/messages`,
  'messages',
  'login',
  'shop_list',
  'conversation/serving/list',
];
const answers = [[conversation(), conversation({ id: '7' })], [fromShop(), message()], sent()];

/** An answer with a few of its values replaced by anything at all. */
const spoiled = fc
  .tuple(
    fc.constantFrom(...answers),
    fc.array(fc.tuple(fc.nat(45), fc.jsonValue({ maxDepth: 1 })), { minLength: 1, maxLength: 4 }),
  )
  .map(([answer, others]) => {
    const at = new Map(others);
    let place = 0;
    return JSON.stringify(answer, (_, value) => {
      const other = at.get(place++);
      return other === undefined ? value : other;
    });
  });

it('whatever an answer holds, reading never throws, and what it gives can be recorded or is counted', () => {
  let told = 0;
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.oneof(spoiled, fc.json(), fc.string()), (path, body) => {
      const seen = decoded(['conversations', [conversation()]], [path, body]);
      if (!Array.isArray(seen)) return;
      const recordable = seen.filter(({ is }) => is === 'message' || is === 'conversation');
      told += recordable.length;
      expect(readBatch(recordable, noon).refused).toBe(0);
    }),
    { numRuns: 3000 },
  );
  expect(told).toBeGreaterThan(100);
});
