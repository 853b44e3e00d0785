import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  buyerExt,
  bytesOf,
  chat,
  conversation,
  coreFields,
  frame,
  lz4,
  message,
  nested,
  noon,
  number,
  onHttp,
  onSocket,
  person,
  push,
  response,
  robotExt,
  sellerExt,
  shop,
  text,
} from '../build-frames';
import { decodedIm, decodedImLater } from '../decoded';

const buyerMessage = {
  is: 'message',
  sense: 'network',
  account: shop,
  conversation: chat,
  id: '7490000000000100001',
  session: '7490000000000004001',
  author: 'buyer',
  kind: 'text',
  sentAt: noon,
  order: (noon + 40) * 1000,
};
const link = { is: 'cursor', previous: '1', next: '2' };

describe('a push on the socket', () => {
  it('tells who wrote and when, and the link it is in the chain', () => {
    expect(decodedIm(onSocket(frame(push())))).toEqual([link, buyerMessage]);
  });

  it.each([
    ['gzip by name', gzipSync(push()), 'gzip'],
    ['gzip under another name', gzipSync(push()), '__gzip'],
    ['gzip without a name', gzipSync(push()), ''],
    ['an LZ4 block by name', lz4(push()), 'lz4'],
    ['an LZ4 block without a name', lz4(push()), ''],
    ['an LZ4 block that is called gzip', lz4(push()), 'gzip'],
    ['plain, called pb', push(), 'pb'],
    ['plain, called gzip', push(), 'gzip'],
    ['plain, called lz4', push(), 'lz4'],
    ['gzip under a name nobody knows', gzipSync(push()), 'br'],
  ])('is read when packed as %s', async (_, payload, encoding) => {
    expect(await decodedImLater(onSocket(frame(payload, encoding)))).toEqual([link, buyerMessage]);
  });

  it('is read without any payload type, but not with one that is not pb', () => {
    expect(decodedIm(onSocket(frame(push(), '', '')))).toEqual([link, buyerMessage]);
    expect(decodedIm(onSocket(frame(push(), 'gzip', 'json')))).toMatchObject({
      notUnderstood: 'payload_type',
      encoding: 'gzip',
    });
  });

  it('is nothing of ours when it is the heartbeat or an empty payload', () => {
    expect(decodedIm(onSocket('hi'))).toEqual({ notOurs: true });
    expect(decodedIm(onSocket(frame(new Uint8Array())))).toEqual({ notOurs: true });
  });

  it('names the encoding and the size of what no way of unpacking opens', () => {
    const payload = Uint8Array.from({ length: 50 }, (_, i) => 255 - i);
    expect(decodedIm(onSocket(frame(payload, 'zstd')))).toEqual({
      notUnderstood: 'payload',
      encoding: 'zstd',
      size: 50,
    });
  });

  it('takes the conversation from the push where the message itself names none', () => {
    const parts = [message(5, { conversation: '' }), text(2, chat), number(6, 1), number(7, 2)];
    expect(decodedIm(onSocket(frame(response(500, parts))))).toEqual([link, buyerMessage]);
  });
});

describe('an answer over HTTP', () => {
  it('gives the first page of messages, the conversations and the start of the chain', () => {
    const body = response(203, [
      message(1, {}),
      message(1, { id: '7490000000000100002', sender: person, ext: sellerExt, createTime: noon + 60_000 }),
      conversation(2, {
        countdown: 'true',
        countdown_time: String(noon / 1000),
        pigeon_shop_id: shop,
        pigeon_uid: '1',
      }),
      number(3, '1795323600000000'),
    ]);
    expect(decodedIm(onHttp(body, noon + 90_000))).toEqual([
      buyerMessage,
      {
        ...buyerMessage,
        id: '7490000000000100002',
        author: 'seller',
        agent: person,
        sentAt: noon + 60_000,
        order: (noon + 60_040) * 1000,
      },
      {
        is: 'conversation',
        sense: 'network',
        account: shop,
        conversation: chat,
        at: noon + 90_000,
        waiting: true,
        waitingSince: noon,
      },
      { is: 'cursor', next: '1795323600000000' },
    ]);
  });

  it('says where more of the first page follows', () => {
    const parts = (more: number) => [message(1), number(3, '1795323600000000'), number(5, more)];
    const cursor = { is: 'cursor', next: '1795323600000000' };
    expect(decodedIm(onHttp(response(203, parts(1))))).toEqual([buyerMessage, { ...cursor, more: true }]);
    expect(decodedIm(onHttp(response(203, parts(0))))).toEqual([buyerMessage, cursor]);
  });

  it.each([
    [200, [message(1)]],
    [301, [message(1)]],
    [211, [nested(1, number(1, 0), message(2))]],
  ])('reads the messages of body %i', (body, parts) => {
    expect(decodedIm(onHttp(response(body, parts)))).toEqual([buyerMessage]);
  });

  it.each([610, 2006])('reads the conversations of body %i', body => {
    const answer = response(body, [conversation(1, { countdown: 'false', pigeon_shop_id: shop })]);
    expect(decodedIm(onHttp(answer, 5))).toEqual([
      { is: 'conversation', sense: 'network', account: shop, conversation: chat, at: 5, waiting: false },
    ]);
  });

  it('reads bare core info, and says nothing about waiting where the page was told nothing', () => {
    const answer = response(901, [nested(1, coreFields({ pigeon_shop_id: shop, countdown: 'soon' }))]);
    expect(decodedIm(onHttp(answer, 5))).toEqual([
      { is: 'conversation', sense: 'network', account: shop, conversation: chat, at: 5 },
    ]);
  });

  it('counts an impossible start of waiting as not understood, and keeps the waiting', () => {
    const answer = response(901, [nested(1, coreFields({ countdown: 'true', countdown_time: '4085942400' }))]);
    expect(decodedIm(onHttp(answer, noon))).toEqual([
      { is: 'conversation', sense: 'network', conversation: chat, at: noon, waiting: true },
      { is: 'not-understood', what: 'countdown_time' },
    ]);
  });

  it('reads an empty poll as read, with nothing in it', () => {
    expect(decodedIm(onHttp(response(200, [])))).toEqual([]);
  });

  it.each([100, 501, 502, 604, 605, 690, 2000, 2001])('reads nothing from body %i', body => {
    expect(decodedIm(onHttp(response(body, [number(1, 7), number(3, 3)])))).toEqual([]);
  });

  it.each([504, 777])('does not understand body %i', body => {
    expect(decodedIm(onHttp(response(body, [message(1)])))).toMatchObject({ notUnderstood: 'body' });
  });

  it.each([
    [1, { hint: 'signed-out' }],
    [100, { hint: 'signed-out' }],
    [4, {}],
    [500, {}],
  ])('does not understand a refusal with status %i', (status, more) => {
    const body = response(200, [message(1)], status);
    const size = body.length;
    expect(decodedIm(onHttp(body))).toEqual({ notUnderstood: 'status_code', size, ...more });
    expect(decodedIm(onSocket(frame(lz4(body))))).toMatchObject({ notUnderstood: 'status_code', ...more });
  });

  it('does not take a framed payload for a bare response, nor text for bytes', () => {
    expect(decodedIm(onHttp('{"code":0}'))).toEqual({ notUnderstood: 'text', size: 10 });
    expect(decodedIm(onHttp(new TextEncoder().encode('{"code":0}')))).toMatchObject({ notUnderstood: 'response' });
    expect(decodedIm(onSocket('{"code":0}'))).toEqual({ notUnderstood: 'text', size: 10 });
  });
});

describe('a message', () => {
  const decoded = (...messages: Parameters<typeof message>[1][]) =>
    decodedIm(
      onHttp(
        response(
          200,
          messages.map(each => message(1, each)),
        ),
      ),
    );

  it('loses neither its neighbours nor its place when another cannot be read', () => {
    const broken = nested(1, text(1, chat), text(3, 'an id that is text'));
    const answer = response(200, [message(1), broken, message(1, { id: '7490000000000100009' })]);
    expect(decodedIm(onHttp(answer))).toEqual([
      buyerMessage,
      { is: 'not-understood', what: 'message' },
      { ...buyerMessage, id: '7490000000000100009' },
    ]);
  });

  it.each([
    ['of the year 2099', { createTime: Date.UTC(2099, 0, 1) }, 'create_time'],
    ['of 2014', { createTime: Date.UTC(2014, 11, 31) }, 'create_time'],
    ['without a time', { createTime: 0 }, 'create_time'],
    ['whose index tells another time', { index: (noon + 20_000) * 1000 }, 'index'],
    ['without an id', { id: '0' }, 'server_message_id'],
    ['without a conversation', { conversation: '' }, 'conversation_id'],
    ['of an unknown role', { ext: { ...buyerExt, sender_role: '9' } }, 'role'],
    ['of a consumer type', { type: 7 }, 'message_type'],
    ['of a consumer type', { type: 10_005 }, 'message_type'],
    ['of a type nobody knows', { type: 1001 }, 'message_type'],
  ])('%s is counted by what was not understood', (_, built, what) => {
    expect(decoded(built, {})).toEqual([{ is: 'not-understood', what }, buyerMessage]);
  });

  it.each([
    ['seconds, which tell no more than the second', noon / 1000, { uncertain: 999 }],
    ['milliseconds', noon, {}],
    ['microseconds', noon * 1000, {}],
    ['nanoseconds', `${noon}000000`, {}],
  ])('has its time told by size, in %s', (_, createTime, vague) => {
    const { order: none, ...unordered } = buyerMessage;
    expect(none).toBeDefined();
    expect(decoded({ createTime, index: 1 })).toEqual([{ ...unordered, ...vague }]);
  });

  it.each([50001, 50002, 50003, 50022, 60001, 70001, 70002, 80001, 80004])('of type %i is none', type => {
    expect(decoded({ type }, {})).toEqual([buyerMessage]);
  });

  it('of type 1005 closes its session', () => {
    expect(decoded({ type: 1005, ext: { ...robotExt, talk_id: '7490000000000004001', close_type: '2' } })).toEqual([
      { ...buyerMessage, author: 'system', kind: 'close' },
    ]);
  });

  it('keeps an id above 2^53 to the last digit', () => {
    expect(decoded({ id: '9007199254740993' })).toMatchObject([{ id: '9007199254740993' }]);
  });

  it('never gives away what was written', () => {
    const told = JSON.stringify(decoded({ content: 'secret words', ext: { ...buyerExt, uname: 'secret name' } }));
    expect(told).not.toContain('secret');
  });

  it.each([
    ['text', 'text'],
    ['file_image', 'image'],
    ['order_card', 'order-card'],
    ['product', 'product-card'],
    ['template_card', 'card'],
    ['something_new', 'other'],
  ])('of ext type %s is a %s', (type, kind) => {
    expect(decoded({ ext: { ...buyerExt, type } })).toEqual([{ ...buyerMessage, kind }]);
  });
});

it('reads bytes that belong to another realm', async () => {
  const { runInNewContext } = await import('node:vm');
  const foreign = runInNewContext('Uint8Array.from(bytes)', { bytes: [...frame(push())] }) as Uint8Array;
  expect(foreign instanceof Uint8Array).toBe(false);
  expect(decodedIm(onSocket(foreign))).toEqual([link, buyerMessage]);
});

it('understands nothing of an empty answer', () => {
  expect(decodedIm(onHttp(bytesOf(() => {})))).toEqual({ notUnderstood: 'body', size: 0 });
});
