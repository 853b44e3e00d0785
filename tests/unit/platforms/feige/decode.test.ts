import { describe, expect, it } from 'vitest';
import { feige } from '../../../../lib/platforms/feige/feige';
import { wants } from '../../../../lib/platforms/wants';
import { bytesOf, conversation, frame, message, response, text } from '../build-frames';
import { buyerExt, chat, decode, json, listUrl, noon, pushed, shopId, shopSeen, staffExt } from './feige-messages';

const api = 'https://pigeon.jinritemai.com';
const historyUrl = 'https://imapi.example/pigeon_im/v1/message/get_by_conversation?aid=1383';
const buyers = {
  is: 'message',
  sense: 'network',
  account: shopId,
  conversation: chat,
  session: '4001',
  author: 'buyer',
  kind: 'text',
};

describe('what is copied', () => {
  it.each([
    'wss://ws.fxg.jinritemai.com/ws/v2?aid=1383&fpid=92',
    'wss://ws.jinritemai.com/ws/v2?fpid=92&aid=1383',
    historyUrl,
    '/pigeon_im/v2/message/get_by_user_init',
    listUrl,
    `${api}/chat/api/backstage/conversation/get_last_conversation_list`,
    `${api}/chat/api/backstage/conversation/search_conversation?q=1`,
    `${api}/backstage/currentuser?biz=2`,
  ])('includes %s', url => {
    expect(feige.network.wants(url)).toBe(true);
    expect(wants.some(each => each(url))).toBe(true);
  });

  it.each([
    'wss://ws.fxg.jinritemai.com/ws/v2?aid=5341',
    'wss://ws.fxg.jinritemai.com/ws/v2?aid=13830',
    `${api}/backstage/onlineservice`,
    `${api}/chat/api/backstage/conversation/get_token`,
    `https://tracker.example/collect?to=${listUrl}`,
    `${historyUrl}&x=${'y'.repeat(20_000)}`,
    '',
  ])('leaves out %s', url => {
    expect(feige.network.wants(url)).toBe(false);
  });
});

describe('a push', () => {
  it('tells who wrote when, and whose shop it is', () => {
    expect(pushed({ ext: buyerExt, sender: '5550001' })).toEqual([
      shopSeen,
      { is: 'cursor', previous: '1', next: '2' },
      { ...buyers, id: '7490000000000100001', sentAt: noon, order: (noon + 40) * 1000 },
    ]);
  });

  it('that is a late notice, at whatever depth, is no chat and nothing that was missed', () => {
    const notice = '用户已等待超30秒，请尽快回复';
    const url = 'wss://ws.fxg.jinritemai.com/ws/v2?aid=1383';
    const odd = frame(bytesOf(w => text(44, notice)(w)));
    expect(decode({ url, via: 'socket', body: odd, at: noon })).toEqual([]);
    expect(decode({ url, via: 'socket', body: frame(bytesOf(w => text(44, '别的')(w))), at: noon })).toMatchObject({
      notUnderstood: 'body',
    });
    // Inside a message of a type that nobody recorded.
    const seen = pushed({ type: 1201, content: notice, ext: {} });
    expect(seen).toEqual([{ is: 'cursor', previous: '1', next: '2' }]);
    expect(pushed({ type: 1201, content: '别的', ext: {} })).toContainEqual({
      is: 'not-understood',
      what: 'message_type',
    });
  });
});

describe('a page of history', () => {
  it('is read by its path, with the prefix of this site and not without', () => {
    const body = response(301, [message(1, { conversation: chat, ext: buyerExt })]);
    const at = noon + 600_000;
    expect(decode({ url: historyUrl, via: 'fetch', body, at })).toHaveLength(2);
    const other = historyUrl.replace('/pigeon_im', '');
    expect(decode({ url: other, via: 'fetch', body, at })).toEqual({ notOurs: true });
  });

  it('tells the waits that core info marks', () => {
    const info = conversation(1, { countdown: 'true', countdown_time: String(noon / 1000) }, chat);
    const seen = decode({ url: historyUrl, via: 'fetch', body: response(610, [info]), at: noon });
    expect(seen).toContainEqual(expect.objectContaining({ waiting: true, waitingSince: noon, account: shopId }));
  });
});

describe('the list of conversations', () => {
  const item = (core: object, ...messages: object[]) => ({
    conversationId: chat,
    coreInfoMap: core,
    msgList: messages.map(messageBody => ({ messageBody })),
  });
  const body = (more: object = {}) => ({
    serverId: '7490000000000100007',
    content: '机密',
    createTime: noon - 3000,
    sender: '5550001',
    ext: buyerExt,
    ...more,
  });
  const listed = (...data: object[]) => json(listUrl, { code: 0, total: 300, data });
  const state = { is: 'conversation', sense: 'network', account: shopId, conversation: chat, at: noon + 500 };

  it('tells who waits since when, and the messages that came last', () => {
    const core = { countdown: 'true', countdown_time: String(noon / 1000 - 3) };
    expect(listed(item(core, body()))).toEqual([
      shopSeen,
      { ...state, waiting: true, waitingSince: noon - 3000 },
      { ...buyers, id: '7490000000000100007', sentAt: noon - 3000 },
    ]);
  });

  it('tells who waits no more, and says nothing where it is told nothing', () => {
    expect(listed(item({ countdown: 'false', countdown_time: '0' }))).toContainEqual({ ...state, waiting: false });
    expect(listed(item({}))).toContainEqual(state);
    expect(listed(item({ countdown: true, countdown_time: noon / 1000 - 60 }))).toContainEqual({
      ...state,
      waiting: true,
      waitingSince: noon - 60_000,
    });
  });

  it('tells a time in seconds to the second', () => {
    expect(listed(item({}, body({ createTime: noon / 1000 - 3 })))).toContainEqual({
      ...buyers,
      id: '7490000000000100007',
      sentAt: noon - 3000,
      uncertain: 999,
    });
  });

  it('tells messages without an id apart by author, minute and place, whatever order they come in', () => {
    const [first, second] = [noon - 50_000, noon - 10_000];
    const seen = listed(
      item({}, body({ serverId: undefined, createTime: second }), body({ serverId: undefined, createTime: first })),
    );
    expect(seen).toContainEqual({ ...buyers, ordinal: 0, sentAt: first });
    expect(seen).toContainEqual({ ...buyers, ordinal: 1, sentAt: second });
  });

  it('names the conversation wherever its name stands, the plain one before the other', () => {
    const secret = 'AQDx:7490001::2:1:pigeon';
    const named = (more: object, messageMore: object = {}) =>
      listed({ ...item({}, body(messageMore)), conversationId: undefined, ...more });
    expect(named({ securityConversationId: secret })).toContainEqual({ ...state, conversation: secret });
    expect(named({ securityConversationId: secret }, { conversationId: chat })).toContainEqual(state);
    expect(named({}, { ext: { ...buyerExt, security_conversation_id: secret } })).toContainEqual({
      ...state,
      conversation: secret,
    });
    expect(named({})).toContainEqual({ is: 'not-understood', what: 'conversation_id' });
  });

  it('loses no neighbour of an entry that cannot be read', () => {
    const seen = listed({ odd: true }, item({ countdown: 'false' }, body({ createTime: 'soon' }), {}));
    expect(seen).toContainEqual({ is: 'not-understood', what: 'conversation' });
    expect(seen).toContainEqual({ is: 'not-understood', what: 'create_time' });
    expect(seen).toContainEqual({ ...state, waiting: false });
  });

  it('passes over what is no chat with a buyer', () => {
    expect(listed({ ...item({ countdown: 'true' }, body()), conversationId: '5:7490001::1009:1:pigeon:x' })).toEqual(
      [],
    );
  });

  it('keeps nothing that was written', () => {
    expect(JSON.stringify(listed(item({}, body(), body({ ext: staffExt, serverId: '8' }))))).not.toContain('机密');
  });

  it('of nobody was read and holds nothing', () => {
    expect(listed()).toEqual([]);
  });

  it.each([
    ['a lost sign-in', { code: 10005, msg: 'x' }, { notUnderstood: 'code 10005', hint: 'signed-out' }],
    ['another refusal', { code: 7 }, { notUnderstood: 'code 7' }],
    ['no list', { code: 0, data: {} }, { notUnderstood: 'data' }],
    ['no JSON', '<html>', { notUnderstood: 'json' }],
    ['a bare list', '[]', { notUnderstood: 'json' }],
  ])('that is %s is not understood', (_, answer, expected) => {
    expect(json(listUrl, answer)).toMatchObject(expected);
    if (!('hint' in expected)) expect(json(listUrl, answer)).not.toHaveProperty('hint');
  });
});

it('the signed-in user says whose shop it is, to the last digit', () => {
  const url = `${api}/backstage/currentuser`;
  expect(json(url, '{"code":0,"data":{"ShopId":9007199254740993,"ShopName":"机密"}}')).toEqual([
    { ...shopSeen, seller: '9007199254740993', account: '9007199254740993' },
  ]);
  expect(json(url, { ShopId: '7490001' })).toEqual([shopSeen]);
  expect(json(url, { code: 0, data: { ShopId: '<b>' } })).toMatchObject({ notUnderstood: 'data' });
  expect(json(url, { code: 10005 })).toMatchObject({ hint: 'signed-out' });
});

it('another address is not ours', () => {
  expect(json(`${api}/backstage/onlineservice`, { code: 0 })).toEqual({ notOurs: true });
  expect(decode({ url: 'https://', via: 'fetch', body: '', at: noon })).toEqual({ notOurs: true });
});
