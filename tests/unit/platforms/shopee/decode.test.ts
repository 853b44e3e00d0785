import { describe, expect, it } from 'vitest';
import { shopee } from '../../../../lib/platforms/shopee/shopee';
import { wants } from '../../../../lib/platforms/wants';
import { whole } from '../decoded';
import {
  answer,
  api,
  ask,
  asked,
  buyer,
  chat,
  conversation,
  decoded,
  fromShop,
  message,
  noon,
  ourShop,
  sent,
  shop,
  shopUser,
  toTheSecond,
} from './build-answers';

const login = [
  'login',
  { user: { id: 1 }, shop: { id: Number(shop), user_id: Number(shopUser) }, token: 'x' },
] as const;
const thread = `conversations/${chat}/messages`;
const lists = [
  'conversations?limit=50',
  'subaccount/serving_mode/conversations',
  'mini/conversations',
  'mini/subaccount/serving_mode/conversations',
  'conversation/serving/list',
];

describe('what is copied', () => {
  const origin = 'https://seller.shopee.co.th/webchat/api';
  it.each([
    ...lists.map(path => `${origin}/v1.2/${path}`),
    `${origin}/v1.2/conversation/unread-count`,
    `${origin}/v1.2/${thread}?limit=20&direction=older`,
    `${origin}/v1.2/mini/${thread}`,
    `${origin}/v1.2/messages`,
    `${origin}/v1.2/mini/messages`,
    `${origin}/coreapi/v1.2/login`,
    `${origin}/v1.2/shop_list?x=1`,
    '/webchat/api/v1.2/conversations',
  ])('includes %s', url => {
    expect(wants.some(each => each(url))).toBe(true);
  });

  it.each([
    `${origin}/v1.2/conversations/${chat}/read`,
    `${origin}/v1.2/conversation/open`,
    `${origin}/v1.2/user/sync`,
    `${origin}/v1.2/conversations/a/b/messages`,
    `${origin}/v2.0/conversations`,
    'https://seller.shopee.co.th/api/v2/login',
    'https://seller.shopee.co.th/',
    `https://tracker.example/collect?to=${origin}/v1.2/conversations`,
    'wss://seller.shopee.co.th/socket.io/?EIO=4&transport=websocket',
    `${origin}/v1.2/conversations?${'x'.repeat(20_000)}`,
    '',
  ])('leaves out %s', url => {
    expect(wants.some(each => each(url))).toBe(false);
  });
});

const seenChat = {
  is: 'conversation',
  sense: 'network',
  account: shop,
  conversation: chat,
  at: noon,
  buyer: 'sari.contoh',
  waiting: true,
  waitingSince: asked,
  unread: 2,
  blocked: false,
};

describe('a list of conversations', () => {
  it.each(lists)('tells through %s whose it is, the buyer, and the newest message', path => {
    expect(decoded([path, [conversation()]])).toEqual([ourShop, seenChat, { ...ask, sentAt: asked }]);
  });

  it.each([
    ['the body itself', (list: unknown) => list],
    ['conversations', (list: unknown) => ({ conversations: list })],
    ['items', (list: unknown) => ({ items: list, code: 0 })],
    ['data', (list: unknown) => ({ data: list })],
    ['data.conversations', (list: unknown) => ({ data: { conversations: list } })],
  ])('may be %s', (_, wrap) => {
    expect(decoded(['conversations', wrap([conversation()])])).toHaveLength(3);
    expect(decoded(['conversations', wrap([])])).toEqual([]);
  });

  it('keeps two shops of one sign-in apart, and names each once', () => {
    const other = conversation({ id: '1202580000770009999', shop_id: 280002222, to_id: 5 });
    const seen = decoded(['subaccount/serving_mode/conversations', [conversation(), other, conversation()]]);
    expect(Array.isArray(seen) && seen.filter(({ is }) => is === 'shop')).toEqual([
      ourShop,
      { is: 'shop', seller: '280002222', account: '280002222' },
    ]);
    expect(seen).toContainEqual(expect.objectContaining({ conversation: '1202580000770009999', account: '280002222' }));
  });

  it("does not call the shop's last word an answer of a person, nor the chat settled", () => {
    const seen = decoded(['conversations', [conversation({ latest_message_from_id: Number(shopUser) })]]);
    const { waiting: _, waitingSince: __, ...quiet } = seenChat;
    expect(seen).toEqual([ourShop, quiet, { ...ask, author: 'seller', guess: 'side', sentAt: asked }]);
  });

  it.each<[string, object, string]>([
    ['a bare card of the shop', { latest_message_type: 'order', latest_message_content: {} }, 'system'],
    [
      'a card of the shop with words',
      { latest_message_type: 'product', latest_message_content: { text: 'look' } },
      'seller',
    ],
    [
      'a card of the shop with words in JSON',
      { latest_message_type: 'product', latest_message_content: '{"text":"look"}' },
      'seller',
    ],
    [
      'a card of the shop with empty JSON',
      { latest_message_type: 'product', latest_message_content: '{"text":" "}' },
      'system',
    ],
  ])('reads %s as what it is', (_, more, author) => {
    const seen = decoded(['conversations', [conversation({ latest_message_from_id: Number(shopUser), ...more })]]);
    expect(seen).toContainEqual(expect.objectContaining({ is: 'message', author }));
  });

  it('lets a card of the buyer ask', () => {
    const seen = decoded([
      'conversations',
      [conversation({ latest_message_type: 'product', latest_message_content: {} })],
    ]);
    expect(seen).toContainEqual(expect.objectContaining({ is: 'message', author: 'buyer', kind: 'product-card' }));
  });

  it.each<[string, object, object]>([
    ['nanoseconds in digits', { last_message_time_nano: `${asked}999999` }, { sentAt: asked }],
    ['an instant', { last_message_time_nano: 0 }, { sentAt: asked }],
    [
      'an instant to the second',
      { last_message_time_nano: undefined, last_message_time: '2026-11-22T10:00:00+07:00' },
      toTheSecond,
    ],
  ])('takes the time of the last word from %s', (_, more, time) => {
    expect(decoded(['conversations', [conversation(more)]])).toContainEqual({ ...ask, ...time });
  });

  it('takes a number of nanoseconds by its digits', () => {
    const text = JSON.stringify([conversation()]).replace(`"${asked}123456"`, `${asked}999999`);
    expect(decoded(['conversations', text])).toContainEqual({ ...ask, sentAt: asked });
  });

  it('has no message where nobody has written yet', () => {
    expect(decoded(['conversations', [conversation({ latest_message_id: '0' })]])).toHaveLength(2);
  });

  it.each<[string, object, string]>([
    ['no id', { id: null }, 'conversation'],
    ['nobody who wrote last', { latest_message_from_id: null }, 'latest_message_from_id'],
    [
      'a last word from next week',
      { last_message_time_nano: null, last_message_time: '2026-11-29T10:00:00Z' },
      'last_message_time',
    ],
  ])('counts a conversation with %s, and reads its neighbours', (_, more, what) => {
    const seen = decoded(['conversations', [conversation(more), conversation({ id: '7' })]]);
    expect(seen).toContainEqual({ is: 'not-understood', what });
    expect(seen).toContainEqual(expect.objectContaining({ is: 'message', conversation: '7' }));
  });

  it('says which buyers are blocked', () => {
    expect(decoded(['conversations', [conversation({ is_blocked: true })]])).toContainEqual(
      expect.objectContaining({ blocked: true }),
    );
  });
});

describe('a thread', () => {
  it('tells who wrote, what sort of thing, and when', () => {
    const photo = message({ id: '2289301740393709960', type: 'image', content: '{"url":"x"}' });
    expect(decoded(login, [thread, [message(), fromShop({ created_timestamp: asked / 1000 + 59.75 }), photo]])).toEqual(
      [
        { ...ask, ...toTheSecond },
        { ...answer, sentAt: asked + 59_750, uncertain: 999 },
        { ...ask, id: '2289301740393709960', kind: 'image', ...toTheSecond },
      ],
    );
  });

  it('knows sides by the messages of our own in it, wherever they stand and whatever came before', () => {
    const seen = decoded([thread, [message(), fromShop(), message({ to_shop_id: 0 })]]);
    expect(seen).toEqual([ourShop, { ...ask, ...toTheSecond }, { ...answer, ...toTheSecond }, expect.anything()]);
    expect(Array.isArray(seen) && seen.at(-1)).toMatchObject({ author: 'buyer' });
  });

  it.each<[string, object, string]>([
    ["a colleague's, by its shop", { from_shop_id: Number(shop), send_by_yourself: false }, 'seller'],
    [
      "a colleague's, by the buyer it goes to",
      { from_shop_id: 0, to_id: Number(buyer), send_by_yourself: false },
      'seller',
    ],
    ["the buyer's, by the list", { from_id: Number(buyer), to_shop_id: 0 }, 'buyer'],
  ])('tells %s', (_, more, author) => {
    const seen = decoded(['conversations', [conversation()]], [thread, [message({ from_id: 5, ...more })]]);
    expect(seen).toEqual([expect.objectContaining({ author })]);
  });

  it.each<[string, object]>([
    ['goes to our shop from neither side', { from_id: 5 }],
    ['comes from nobody', { from_id: 0, to_id: 0, to_shop_id: 0 }],
  ])('does not guess whose a message is that %s', (_, more) => {
    const seen = decoded(['conversations', [conversation()]], [thread, [message(more)]]);
    expect(seen).toEqual([{ is: 'not-understood', what: 'author' }]);
  });

  it('does not guess before anything is known', () => {
    expect(decoded([thread, [message()]])).toEqual([{ is: 'not-understood', what: 'author' }]);
  });

  it('tells sides by the users of the sign-in where shops are not named', () => {
    const bare = { from_shop_id: 0, to_shop_id: 0 };
    const seen = decoded(login, [thread, [message(bare), message({ ...bare, from_id: Number(shopUser), to_id: 5 })]]);
    expect(seen).toEqual([expect.objectContaining({ author: 'buyer' }), expect.objectContaining({ author: 'seller' })]);
  });

  it('takes the finer of two times, and says when they contradict each other', () => {
    const at = (created_at: string) => decoded(login, [thread, [message({ created_at })]]);
    expect(at('2026-11-22T03:00:00.250Z')).toEqual([{ ...ask, sentAt: asked }]);
    expect(at('2026-11-22T03:00:00Z')).toEqual([{ ...ask, ...toTheSecond }]);
    expect(at('2026-11-22T10:00:00.250Z')).toEqual([
      { ...ask, ...toTheSecond },
      { is: 'not-understood', what: 'created_at' },
    ]);
  });

  it.each<[string, object, string]>([
    ['no id', { id: '', message_id: undefined }, 'message_id'],
    ['an impossible time', { created_timestamp: 5 }, 'created_timestamp'],
  ])('counts a message with %s', (_, more, what) => {
    expect(decoded(login, [thread, [message(more), message()]])).toEqual([
      { is: 'not-understood', what },
      { ...ask, ...toTheSecond },
    ]);
  });

  it('reads ids beyond 2^53 that are written as numbers', () => {
    const text = JSON.stringify([message()]).replace(`"${ask.id}"`, ask.id);
    expect(decoded(login, [thread, text])).toEqual([{ ...ask, ...toTheSecond }]);
  });

  it('is the conversation of its address where its messages name none', () => {
    expect(decoded(login, [thread, [message({ conversation_id: undefined })]])).toEqual([{ ...ask, ...toTheSecond }]);
  });
});

describe('the answer to a send', () => {
  const { account: _, guess: __, ...typed } = answer;

  it.each(['messages', 'mini/messages'])('through %s is a person’s, whatever else is said of it', path => {
    expect(decoded([path, sent()])).toEqual([{ ...typed, sentAt: asked + 60_000 }]);
  });

  it('of a bare card is nobody’s', () => {
    expect(decoded(['messages', sent({ type: 'order', content: {} })])).toEqual([
      expect.objectContaining({ author: 'system', kind: 'order-card' }),
    ]);
  });

  it('teaches who the buyer of the thread is', () => {
    const seen = decoded(['messages', sent()], [thread, [message({ to_shop_id: 0 })]]);
    expect(seen).toEqual([expect.objectContaining({ author: 'buyer' })]);
  });
});

describe('who is signed in', () => {
  it.each([login, ['login', { data: login[1] }] as const])('names the shop', (path, body) => {
    expect(decoded([path, body])).toEqual([ourShop]);
    expect(decoded([path, body], [path, body])).toEqual([]);
  });

  it('may be through the other prefix', () => {
    expect(decoded(['https://seller.shopee.co.id/webchat/api/coreapi/v1.2/login', login[1]])).toEqual([ourShop]);
  });

  it.each([
    [[{ shop_id: Number(shop) }, { shop_id: 7 }]],
    [{ shops: [{ id: shop }, { id: 7 }] }],
    [{ data: { shops: [{ id: shop }, { id: '7' }] } }],
  ])('may hold several shops', body => {
    expect(decoded(['shop_list', body])).toEqual([ourShop, { is: 'shop', seller: '7', account: '7' }]);
  });
});

describe('what the socket told the page', () => {
  const url = 'event:__CHAT_GLOBAL__.socket/message';
  const live = (body: string, notes = new Map<string, string>()) => {
    whole(shopee.network.decode({ url: `${api}/login`, via: 'xhr', body: JSON.stringify(login[1]), at: noon }, notes));
    return whole(shopee.network.decode({ url, via: 'event', body, at: noon }, notes));
  };
  const news = (content: unknown, type = 'message') =>
    JSON.stringify([{ message_type: type, message_content: content }]);

  it('is asked for by name', () => {
    expect(shopee.network.hears).toEqual([{ object: '__CHAT_GLOBAL__.socket', event: 'message' }]);
  });

  it('is read at once, from JSON in JSON or an object', () => {
    expect(live(news(JSON.stringify(message())))).toEqual([{ ...ask, ...toTheSecond }]);
    expect(live(news(fromShop()))).toEqual([{ ...answer, ...toTheSecond }]);
  });

  it.each([
    ['that it begins', ''],
    ['another sort of news', news('{}', 'notification')],
    ['news without a sort', '[{}]'],
  ])('is nothing of ours where it is %s', (_, body) => {
    expect(live(body)).toEqual({ notOurs: true });
  });

  it.each([
    ['a message that is no JSON', news('{'), 'message_content'],
    ['a message that is a number', news(5), 'message_content'],
    ['no object', '[null]', 'data'],
    ['nothing', '[]', 'data'],
    ['no list', '5', 'data'],
    ['no JSON', '{', 'json'],
  ])('is not understood where it is %s', (_, body, what) => {
    expect(live(body)).toMatchObject({ notUnderstood: what });
  });
});

describe('an exchange', () => {
  it.each([
    ['another call', ['https://seller.shopee.co.id/api/v1/other', []]],
    ['the newest version of a call', ['https://seller.shopee.co.id/webchat/api/v3/conversations', []]],
    ['an address that is none', ['https://', []]],
    ['a kindred call whose shape is another', ['conversation/serving/list', { segments: 3 }]],
    ['a kindred call that is no JSON', ['shop_list', '<html>']],
    ['a list of shops with a name that is not known', ['shop_list', [{ shopid: 7 }]]],
  ] as const)('of %s is not ours', (_, exchange) => {
    expect(decoded(exchange)).toEqual({ notOurs: true });
  });

  it('that counts unread messages was read, and says nothing', () => {
    expect(decoded(['conversation/unread-count', { count: 3 }])).toEqual([]);
  });

  it.each([
    ['conversations', '<html>', 'json'],
    ['conversations', '{"code":401}', 'data'],
    ['conversations', '{"conversations":null}', 'data'],
    ['conversations', JSON.stringify(Array.from({ length: 2001 }, () => ({}))), 'data'],
    [thread, '{"messages":[]}', 'data'],
    ['messages', '[]', 'data'],
    ['messages', 'null', 'data'],
    ['login', '{"user":{}}', 'data'],
  ])('of %s with %s is not understood', (path, body, what) => {
    expect(decoded([path, body])).toEqual({ notUnderstood: what, size: body.length });
  });

  it('keeps nothing that was written', () => {
    const all = [
      decoded(['conversations', [conversation()]]),
      decoded(login, [thread, [message(), fromShop()]]),
      decoded(['messages', sent()]),
    ];
    expect(JSON.stringify(all)).not.toMatch(/words|token|toko/);
  });
});
