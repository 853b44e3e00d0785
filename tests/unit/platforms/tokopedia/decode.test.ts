import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBatch } from '../../../../lib/messaging/observation-schema';
import { wants } from '../../../../lib/platforms/wants';
import {
  asked,
  chat,
  decoded,
  frame,
  listed,
  noon,
  operation,
  owner,
  replies,
  reply,
  shopReply,
  socketUrl,
} from './build-answers';

describe('what is copied', () => {
  it.each([
    operation('chatListMessage'),
    `${operation('chatReplies')}?x=1`,
    socketUrl,
    'wss://chat.tokopedia.com/connect',
  ])('includes %s', url => {
    expect(wants.some(each => each(url))).toBe(true);
  });

  it.each([
    operation('chatRepliesDraft'),
    operation('userAuthentication'),
    'https://gql.tokopedia.com/',
    'https://chat.tokopedia.com/connect',
    'wss://chat.tokopedia.com/connected',
    `https://tracker.example/collect?to=${operation('chatReplies')}`,
    `${operation('chatReplies')}?${'x'.repeat(20_000)}`,
  ])('leaves out %s', url => {
    expect(wants.some(each => each(url))).toBe(false);
  });
});

const message = { is: 'message', sense: 'network', conversation: chat };
const ask = { ...message, id: '88000001', author: 'buyer', kind: 'text', sentAt: asked };
const answer = { ...message, id: '88000002', author: 'seller', kind: 'text', sentAt: asked };
const ourShop = { is: 'shop', seller: owner };

describe('a thread', () => {
  it('tells who wrote and when, and names the shop by its owner', () => {
    const later = shopReply({ replyTime: String(asked + 60_000), attachment: { type: 2 } });
    expect(decoded(['chatReplies', replies([reply(), later], { block: { isBlocked: false } })])).toEqual([
      ask,
      ourShop,
      { ...answer, kind: 'other', sentAt: asked + 60_000 },
      { is: 'conversation', sense: 'network', conversation: chat, at: noon, blocked: false },
    ]);
  });

  it('may come as the only answer of a batch', () => {
    expect(decoded(['chatReplies', [replies([reply()])]])).toEqual([ask]);
  });

  it('keeps the name that the page first gave the shop', () => {
    const [first, second] = [shopReply(), shopReply({ replyId: '9', senderId: '123' })];
    expect(decoded(['chatReplies', replies([first, second])])).toEqual([ourShop, answer, { ...answer, id: '9' }]);
  });

  it.each<[string, object, object]>([
    ['a broadcast', { blastId: 55 }, { author: 'robot' }],
    ['a broadcast whose number is text', { blastId: '55' }, { author: 'robot' }],
    ['an ordinary message', { blastId: '0' }, { author: 'seller' }],
    ['a source that nobody recorded', { source: 'topbot' }, { author: 'seller', guess: 'side' }],
    ['no source', { source: undefined }, { author: 'seller', guess: 'side' }],
    ['an owner who looks at it from another seat', { isOpposite: true }, { author: 'seller' }],
  ])('tells the author of %s', (_, more, by) => {
    const seen = decoded(['chatReplies', replies([shopReply(more)])]);
    const { author: _a, ...rest } = answer;
    expect(Array.isArray(seen) && seen.at(-1)).toEqual({ ...rest, ...by });
  });

  it('knows the reply that the list calls the robot’s, by its time', () => {
    const list = ['chatListMessage', listed({ isReplyByTopbot: true })] as const;
    const thread = replies([shopReply({ replyId: '7', replyTime: String(asked - 1) }), shopReply()]);
    expect(decoded(list, ['chatReplies', thread])).toMatchObject([ourShop, { author: 'seller' }, { author: 'robot' }]);
  });

  it('does not know it where the list gives its time in words', () => {
    const list = ['chatListMessage', listed({ isReplyByTopbot: true, lastReplyTimeStr: 'yesterday' })] as const;
    expect(decoded(list, ['chatReplies', replies([shopReply()])])).toMatchObject([ourShop, { author: 'seller' }]);
  });

  it.each<[string, unknown, string]>([
    ['no id', reply({ replyId: 0 }), 'replyId'],
    ['no chat', reply({ msgId: null }), 'msg_id'],
    ['a time that cannot be', reply({ replyTime: '5' }), 'time'],
    ['a role that nobody recorded', reply({ role: 'Administrator' }), 'role'],
    ['a buyer who is ourselves', reply({ isOpposite: false }), 'is_opposite'],
    ['nothing in it', null, 'reply'],
  ])('counts a reply with %s, and reads its neighbour', (_, broken, what) => {
    expect(decoded(['chatReplies', replies([broken, reply()])])).toEqual([{ is: 'not-understood', what }, ask]);
  });

  it('says which buyer is blocked', () => {
    expect(decoded(['chatReplies', replies([reply()], { block: { isBlocked: true } })])).toContainEqual(
      expect.objectContaining({ is: 'conversation', blocked: true }),
    );
  });
});

describe('the list', () => {
  it('gives names and unread numbers, and no messages', () => {
    const row = { is: 'conversation', sense: 'network', conversation: chat, at: noon };
    expect(decoded(['chatListMessage', listed()])).toEqual([{ ...row, buyer: 'Sari Contoh', unread: 2 }]);
    expect(decoded(['chatListMessage', listed({ contact: null, unreads: -1 })])).toEqual([row]);
  });

  it('counts an entry without a chat', () => {
    expect(decoded(['chatListMessage', listed({}, { msgID: null })])).toEqual([
      { is: 'not-understood', what: 'conversation' },
    ]);
  });
});

describe('the socket', () => {
  const said = { ...message, author: 'buyer', kind: 'text', sentAt: asked };

  it('tells at once who wrote, without an id', () => {
    expect(decoded([socketUrl, frame()])).toEqual([{ ...said, ordinal: 0 }]);
    expect(
      decoded([socketUrl, frame({ from_role: 'Shop Owner', from_uid: Number(owner), is_opposite: false })]),
    ).toEqual([ourShop, { ...said, author: 'seller', ordinal: 0 }]);
  });

  it('counts the places in a minute, also of what the thread has told, and none of it twice', () => {
    const later = (ms: number) => frame({ message: { timestamp_unix: asked + ms } });
    expect(decoded([socketUrl, frame()], [socketUrl, later(900)])).toMatchObject([{ ordinal: 1 }]);
    expect(decoded(['chatReplies', replies([reply()])], [socketUrl, later(900)])).toMatchObject([{ ordinal: 1 }]);
    const again = [socketUrl, frame()] as const;
    expect(decoded(again, again, ['chatReplies', replies([reply()])], [socketUrl, later(900)])).toMatchObject([
      { ordinal: 1 },
    ]);
    expect(decoded(again, [socketUrl, later(60_000)])).toMatchObject([{ ordinal: 0 }]);
    const owners = frame({ from_role: 'Shop Owner', is_opposite: false });
    expect(decoded(again, [socketUrl, owners])).toMatchObject([{ is: 'shop' }, { author: 'seller', ordinal: 0 }]);
  });

  it('says nothing by a read mark, nor by another code', () => {
    expect(decoded([socketUrl, frame({}, 301)])).toEqual({ notOurs: true });
    expect(decoded([socketUrl, frame({}, 7)])).toEqual({ notOurs: true });
  });

  it.each([
    ['no JSON', 'ping', 'json'],
    ['no code', '{"data":{}}', 'code'],
    ['a list', '[]', 'code'],
  ])('is not understood where it brings %s', (_, body, what) => {
    expect(decoded([socketUrl, body])).toEqual({ notUnderstood: what, size: body.length });
  });

  it('counts a message without data', () => {
    expect(decoded([socketUrl, { code: 103 }])).toEqual([{ is: 'not-understood', what: 'message' }]);
  });
});

describe('an exchange', () => {
  it.each([
    ['another operation', [operation('shopInfo'), {}]],
    ['another host', ['https://example.com/graphql/chatReplies', replies([reply()])]],
    ['another socket', ['wss://chat.tokopedia.com/other', frame()]],
    ['an address that is none', ['https://', {}]],
  ] as const)('of %s is not ours', (_, exchange) => {
    expect(decoded(exchange)).toEqual({ notOurs: true });
  });

  it.each([
    ['no JSON', '<html>', 'json'],
    ['an error', '{"errors":[{"message":"x"}]}', 'data'],
    ['nothing', 'null', 'data'],
    ['no list', '{"data":{"chatReplies":{}}}', 'data'],
  ])('with %s is not understood', (_, body, what) => {
    expect(decoded(['chatReplies', body])).toEqual({ notUnderstood: what, size: body.length });
  });

  it('keeps nothing that was written', () => {
    const all = [
      decoded(['chatReplies', replies([reply(), shopReply()])]),
      decoded(['chatListMessage', listed()]),
      decoded([socketUrl, frame()]),
    ];
    expect(JSON.stringify(all)).not.toMatch(/words|Toko/);
  });

  it('never throws, whatever it holds, and gives what can be recorded or is counted', () => {
    const answers = [replies([reply(), shopReply()], { block: { isBlocked: true } }), listed(), frame()];
    const spoiled = fc
      .tuple(
        fc.constantFrom(...answers),
        fc.array(fc.tuple(fc.nat(40), fc.jsonValue({ maxDepth: 1 })), { minLength: 1, maxLength: 4 }),
      )
      .map(([whole, others]) => {
        const at = new Map(others);
        let place = 0;
        return JSON.stringify(whole, (_, value) => {
          const other = at.get(place++);
          return other === undefined ? value : other;
        });
      });
    let told = 0;
    fc.assert(
      fc.property(
        fc.constantFrom('chatReplies', 'chatListMessage', socketUrl),
        fc.oneof(spoiled, fc.json(), fc.string()),
        (where, body) => {
          const seen = decoded([where, body]);
          if (!Array.isArray(seen)) return;
          const recordable = seen.filter(({ is }) => is === 'message' || is === 'conversation');
          told += recordable.length;
          expect(readBatch(recordable, noon).refused).toBe(0);
        },
      ),
      { numRuns: 2000 },
    );
    expect(told).toBeGreaterThan(50);
  });
});
