import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBatch } from '../../../lib/messaging/observation-schema';
import { readSign } from '../../../lib/messaging/sign-schema';
import { readCopied } from '../../../lib/watch/read-copied';
import { noon } from '../platforms/build-frames';
import { bounded, nastyNumber, nastyText, nastyValue, note, outcomes, patienceMs, share, some } from './runs';

const message = {
  is: 'message',
  sense: 'network',
  account: '7494',
  conversation: '0:1:7494:1001',
  id: '7301',
  session: '88',
  author: 'buyer',
  kind: 'text',
  sentAt: noon,
  uncertain: 1000,
  order: 3,
};
const state = {
  is: 'conversation',
  sense: 'page',
  conversation: '0:1:7494:1001',
  at: noon,
  buyer: 'Ayu',
  waiting: true,
  waitingSince: noon,
  unread: 2,
};
const figure = { is: 'official', metric: 'waiting-chats', value: 3, at: noon };

const batches = outcomes('Batches from pages');
const copies = outcomes('Copies through the port');
const signs = outcomes('Signs of life');

const traps: readonly ((one: object) => object)[] = [
  one => Object.create(one),
  one => Object.create(null, Object.getOwnPropertyDescriptors(one)),
  one => Object.assign(Object.create({ text: 'from the prototype' }), one),
  one => Object.defineProperty({ ...one }, 'text', { value: 'not counted among its keys', enumerable: false }),
  one => ({ ...one, [Symbol('text')]: 'by a symbol' }),
  one => JSON.parse(`${JSON.stringify(one).slice(0, -1)},"__proto__":{"author":"seller","text":"x"}}`),
  one => Object.freeze({ ...one }),
  one => ({ ...one, toJSON: () => 'x' }),
];

/** An observation with some of its fields other than they should be, or one made to deceive. */
const observation = fc
  .tuple(
    fc.constantFrom<object>(message, message, state, state, figure),
    fc.dictionary(
      fc.oneof(fc.constantFrom(...Object.keys({ ...message, ...state, ...figure }), 'text', 'shop'), nastyText),
      fc.oneof(nastyValue, nastyNumber),
      { maxKeys: 3 },
    ),
    fc.option(fc.constantFrom(...traps), { freq: 4 }),
  )
  .map(([good, odd, trap]): unknown => (trap ? trap({ ...good, ...odd }) : { ...good, ...odd }));

const fields = new Set(
  Object.keys({
    ...message,
    ...state,
    ...figure,
    ordinal: 0,
    agent: '',
    promise: true,
    guess: '',
    waitingUncertain: 0,
    blocked: true,
    seller: '',
  }),
);

it('the background takes nothing in but plain rows of known fields, whatever a page sends', {
  timeout: patienceMs,
}, () => {
  fc.assert(
    fc.property(some(fc.oneof({ weight: 9, arbitrary: observation }, { weight: 1, arbitrary: nastyValue })), many => {
      const { accepted, untimely, refused } = bounded(() => readBatch(many, noon));
      batches.inputs += many.length;
      for (const one of accepted) {
        note(batches, 'accepted');
        if (Object.getPrototypeOf(one) !== Object.prototype) throw new Error('with a prototype of its own');
        const odd = Reflect.ownKeys(one).filter(key => typeof key !== 'string' || !fields.has(key));
        if (odd.length > 0) throw new Error(`with ${odd.map(String).join()}`);
        for (const key of Object.keys(one)) {
          const descriptor = Object.getOwnPropertyDescriptor(one, key);
          if (typeof descriptor?.value === 'object' || descriptor?.get) throw new Error(`${key} is no plain value`);
        }
        if (JSON.stringify(one).length > 2000) throw new Error('longer than any row');
      }
      for (let i = accepted.length; i < many.length; i++) note(batches, 'refused');
      if (accepted.length + refused !== many.length || untimely.length > refused)
        throw new Error('not all are counted');
    }),
    share(0.12),
  );
  expect(batches.told.accepted).toBeGreaterThan(0);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

it('a copy that is none is dropped, and one that is too large is only told of', { timeout: patienceMs }, () => {
  const copy = fc.record(
    {
      url: fc.oneof(nastyText, fc.constant('https://seller.example/x'), nastyValue),
      via: fc.oneof(fc.constantFrom('fetch', 'xhr', 'socket', 'event'), nastyValue),
      at: fc.oneof(nastyNumber, nastyValue),
      size: fc.oneof(nastyNumber, nastyValue),
      body: fc.oneof(
        nastyText,
        fc.constant(null),
        fc.uint8Array().map(({ buffer }) => buffer),
        nastyValue,
      ),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      some(fc.oneof({ weight: 9, arbitrary: copy as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: nastyValue })),
      many => {
        for (const exchange of bounded(() => many.map(readCopied))) {
          copies.inputs++;
          note(copies, exchange === null ? 'dropped' : 'notUnderstood' in exchange ? 'too large' : 'an exchange');
          if (exchange === null) continue;
          if (typeof exchange.url !== 'string') throw new Error('no address');
          if ('body' in exchange && typeof exchange.body !== 'string' && !(exchange.body instanceof Uint8Array)) {
            throw new Error('no body');
          }
        }
      },
    ),
    share(0.05),
  );
  expect(copies.told['an exchange']).toBeGreaterThan(0);
});

it('a sign of life that is none is passed over', { timeout: patienceMs }, () => {
  const sign = { shops: ['tiktok-shop/ID/1'], health: { state: 'watching' }, notUnderstood: 0 };
  const odd = fc
    .tuple(
      fc.dictionary(fc.oneof(fc.constantFrom('shops', 'health', 'notUnderstood', 'whole'), nastyText), nastyValue, {
        maxKeys: 2,
      }),
      fc.boolean(),
    )
    .map(([other, isWhole]): unknown => ({ ...(isWhole && { whole: { from: noon, to: noon } }), ...sign, ...other }));
  fc.assert(
    fc.property(some(odd), many => {
      for (const one of bounded(() => many.map(readSign))) {
        signs.inputs++;
        note(signs, one ? 'a sign' : 'passed over');
        if (one && JSON.stringify(one).length > 10_000) throw new Error('longer than any sign');
      }
    }),
    share(0.03),
  );
  expect(signs.told['a sign']).toBeGreaterThan(0);
});
