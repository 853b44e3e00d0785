import { afterEach, describe, expect, it } from 'vitest';
import type { TokopediaOptions } from '../../../pages/tokopedia/chat/options.ts';
import { SimulatedTokopedia } from '../../../pages/tokopedia/inbox.ts';
import { asked } from '../asked.ts';

const noon = Date.UTC(2026, 10, 22, 5, 0, 0, 437);
const minuteMs = 60_000;
const open: SimulatedTokopedia[] = [];

function tokopediaOf(options: Partial<TokopediaOptions> = {}): SimulatedTokopedia {
  const tokopedia = new SimulatedTokopedia({ now: () => noon, ...options });
  open.push(tokopedia);
  return tokopedia;
}

afterEach(() => {
  for (const tokopedia of open.splice(0)) tokopedia.close();
});

const operation = (tokopedia: SimulatedTokopedia, name: string, variables: object) =>
  asked(tokopedia, 'POST', `https://gql.tokopedia.com/graphql/${name}`, { operationName: name, variables });

const pushed = (tokopedia: SimulatedTokopedia, sent: { conversation: string; id: string }) =>
  JSON.parse(tokopedia.pushOf(sent));

describe('the list of the simulated Tokopedia', () => {
  it('tells name, unread and whether a robot spoke last, but not who did', async () => {
    const tokopedia = tokopediaOf();
    const ayu = tokopedia.buyer('Ayu Larasati');
    tokopedia.buyerWrites(ayu, { at: noon - minuteMs });
    const text = 'Toko buka pukul delapan';
    tokopedia.robotAnswers(ayu, { text });

    const { json } = await operation(tokopedia, 'chatListMessage', { page: 1 });

    expect(json).toEqual({
      data: {
        chatListMessage: {
          list: [
            {
              msgID: Number(ayu.id),
              messageKey: expect.any(String),
              attributes: {
                contact: { name: 'Ayu Larasati', role: 'User' },
                lastReplyMessage: text,
                lastReplyTimeStr: String(noon - minuteMs + 640),
                readStatus: 1,
                unreads: 1,
                pinStatus: 0,
                isReplyByTopbot: true,
              },
            },
          ],
          hasNext: false,
        },
      },
    });
  });

  it('comes page after page, and in a list of answers when asked to', async () => {
    const tokopedia = tokopediaOf({ envelope: 'list' });
    for (let n = 0; n < 12; n += 1) tokopedia.buyerWrites(tokopedia.buyer(`Pembeli ${n}`), { at: noon - n * minuteMs });
    const page = async (no: number) => (await operation(tokopedia, 'chatListMessage', { page: no })).json;

    expect(await page(1)).toMatchObject([{ data: { chatListMessage: { list: Array(10).fill({}), hasNext: true } } }]);
    expect(await page(2)).toMatchObject([{ data: { chatListMessage: { list: [{}, {}], hasNext: false } } }]);
  });
});

describe('the messages of a chat', () => {
  it('tell author, side, time, broadcast and attachment, in groups', async () => {
    const tokopedia = tokopediaOf();
    const bagas = tokopedia.buyer('Bagas Prasetya');
    tokopedia.buyerWrites(bagas, { at: noon - 25 * 60 * minuteMs, text: 'Kak, lampunya ada?' });
    const [blast] = tokopedia.broadcast([bagas], { at: noon - minuteMs });
    tokopedia.sellerAnswers(bagas, { kind: 'image', toldOpposite: true });
    tokopedia.blocks(bagas);

    const { json } = await operation(tokopedia, 'chatReplies', { msgId: bagas.id });

    const chat = (json as { data: { chatReplies: { list: { chats: { replies: object[] }[] }[] } } }).data.chatReplies;
    expect(chat).toMatchObject({
      minReplyTime: noon - 25 * 60 * minuteMs,
      maxReplyTime: noon,
      contacts: [
        { role: 'Shop Owner', interlocutor: false },
        { role: 'User', interlocutor: true },
      ],
      block: { isBlocked: true },
    });
    expect(chat.list).toHaveLength(2);
    const replies = chat.list.flatMap(({ chats }) => chats.flatMap(group => group.replies));
    const { shopUserId, sources } = tokopedia.options;
    expect(replies[0]).toEqual({
      replyId: Number(tokopedia.sent[0]?.id),
      msgId: Number(bagas.id),
      msg: 'Kak, lampunya ada?',
      replyTime: noon - 25 * 60 * minuteMs,
      senderId: bagas.buyerId,
      senderName: 'Bagas Prasetya',
      role: 'User',
      isOpposite: true,
      isRead: true,
      source: 'inbox',
      blastId: 0,
      status: 0,
      attachment: { type: 0 },
    });
    expect(replies[1]).toMatchObject({
      replyId: Number(blast?.id),
      role: 'Shop Owner',
      isOpposite: false,
      senderId: shopUserId,
      source: sources.broadcast,
      blastId: expect.any(Number),
    });
    expect(replies[1]).not.toMatchObject({ blastId: 0 });
    expect(replies[2]).toMatchObject({ role: 'Shop Owner', isOpposite: true, source: 'inbox', blastId: 0 });
  });

  it.each([
    ['ms', 'number', noon],
    ['ms', 'text', String(noon)],
    ['s', 'number', Math.floor(noon / 1000)],
    ['ns', 'text', `${noon}000000`],
  ] as const)('tell their time in %s as %s', async (times, numbersAs, told) => {
    const tokopedia = tokopediaOf({ times, numbersAs });
    const citra = tokopedia.buyer('Citra');
    const sent = tokopedia.buyerWrites(citra);

    const { json } = await operation(tokopedia, 'chatReplies', { msgId: citra.id });
    expect(json).toMatchObject({ data: { chatReplies: { minReplyTime: told, maxReplyTime: told } } });
    expect(pushed(tokopedia, sent).data.message.timestamp_unix).toBe(told);
    expect(sent.sentAt).toBe(times === 's' ? Math.floor(noon / 1000) * 1000 : noon);
  });
});

describe('a push', () => {
  it('has code 103 and the recorded fields, and no id of its message', () => {
    const tokopedia = tokopediaOf();
    const dimas = tokopedia.buyer('Dimas');
    const asks = pushed(tokopedia, tokopedia.buyerWrites(dimas));
    const answers = pushed(tokopedia, tokopedia.sellerAnswers(dimas));

    expect(asks).toEqual({
      code: 103,
      data: {
        msg_id: Number(dimas.id),
        from_uid: dimas.buyerId,
        from_role: 'User',
        is_opposite: true,
        message: { timestamp_unix: noon, words: expect.any(String) },
        source: 'inbox',
        attachment: { type: 0 },
        blast_id: 0,
      },
    });
    expect(answers.data).toMatchObject({
      from_uid: tokopedia.options.shopUserId,
      from_role: 'Shop Owner',
      is_opposite: false,
    });
    expect(JSON.stringify(asks)).not.toContain(tokopedia.sent[0]?.id);
  });
});

describe('who waits', () => {
  it('is whoever wrote and had no answer by hand; a broadcast opens a chat and asks nothing', () => {
    const tokopedia = tokopediaOf();
    const [eka, fajar, gita] = ['Eka', 'Fajar', 'Gita'].map(name => tokopedia.buyer(name));
    if (!eka || !fajar || !gita) throw new Error('three buyers');
    tokopedia.buyerWrites(eka);
    tokopedia.robotAnswers(eka);
    tokopedia.broadcast([fajar]);
    tokopedia.sellerStarts(gita);
    expect(tokopedia.conversationsWaiting()).toEqual([eka]);

    tokopedia.buyerWrites(fajar);
    expect(tokopedia.conversationsWaiting()).toEqual([eka, fajar]);
    tokopedia.sellerAnswers(eka);
    tokopedia.blocks(fajar);
    expect(tokopedia.conversationsWaiting()).toEqual([]);
    expect(tokopedia.sent.map(({ author }) => author)).toEqual([
      'buyer',
      'robot',
      'robot',
      'seller',
      'buyer',
      'seller',
    ]);
  });
});

describe('the site', () => {
  it('serves the chat, and discussions as another page; refuses every operation without a sign-in', async () => {
    const tokopedia = tokopediaOf();
    expect((await asked(tokopedia, 'GET', tokopedia.url)).text).toContain('tokopedia/client/chat-page.ts');
    const discussions = await asked(tokopedia, 'GET', tokopedia.discussionsUrl);
    expect([discussions.status, discussions.text.includes('chat-page')]).toEqual([200, false]);
    tokopedia.loginExpires('calls-fail');
    expect((await operation(tokopedia, 'chatListMessage', {})).status).toBe(401);
  });

  it('lets the page’s origin in, with the recorded headers', async () => {
    const tokopedia = tokopediaOf();
    const answer = await asked(tokopedia, 'OPTIONS', 'https://gql.tokopedia.com/graphql/chatReplies');

    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': 'https://seller.tokopedia.com',
      'access-control-allow-headers': 'content-type, x-source, x-tkpd-lite-service',
    });
  });
});
