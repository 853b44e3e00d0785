import { afterEach, describe, expect, it } from 'vitest';
import type { ShopeeOptions } from '../../../pages/shopee/chat/options.ts';
import { SimulatedShopee } from '../../../pages/shopee/inbox.ts';

const noon = Date.UTC(2026, 10, 22, 5, 0, 0, 437); // 12:00:00.437 in Jakarta
const minuteMs = 60_000;
const open: SimulatedShopee[] = [];

function shopeeOf(options: Partial<ShopeeOptions> = {}): SimulatedShopee {
  const shopee = new SimulatedShopee({ now: () => noon, ...options });
  open.push(shopee);
  return shopee;
}

afterEach(() => {
  for (const shopee of open.splice(0)) shopee.close();
});

describe('a message of the simulated Shopee', () => {
  it('comes as the event `message`, its content JSON text, with every recorded field', () => {
    const shopee = shopeeOf();
    const intan = shopee.buyer('Intan Oktaviani');
    const sent = shopee.buyerWrites(intan, { text: 'Kak, ukuran 42' });

    const [name, data] = JSON.parse(shopee.pushOf(sent).replace(/^42/, ''));

    expect(name).toBe('message');
    expect(data.message_type).toBe('message');
    expect(JSON.parse(data.message_content)).toEqual({
      id: sent.id,
      conversation_id: intan.id,
      from_id: intan.buyerId,
      to_id: 690_118_027,
      from_shop_id: 0,
      to_shop_id: 710_204_411,
      from_user_name: 'Intan Oktaviani',
      type: 'text',
      content: { text: 'Kak, ukuran 42' },
      created_timestamp: Math.floor(noon / 1000),
      created_at: '2026-11-22T12:00:00+07:00',
      send_by_yourself: false,
      status: 'normal',
      source: shopee.options.sources.buyer,
    });
  });

  it('bears the other set of names, its content as text, ids as text', () => {
    const shopee = shopeeOf({ messageNames: 'long', contentAs: 'text', userIds: 'text' });
    const json = shopee.messageJsonOf(shopee.sellerAnswers(shopee.buyer('Joko'), { text: 'Siap kak' }));

    expect(json).toMatchObject({
      message_id: expect.stringMatching(/^\d{19}$/),
      message_type: 'text',
      content: '{"text":"Siap kak"}',
      from_shop_id: '710204411',
      send_by_yourself: true,
    });
    expect(json).not.toHaveProperty('id');
  });

  it.each([
    ['s', { created_timestamp: 1_795_323_600, created_at: '2026-11-22T12:00:00+07:00' }, 0],
    ['ms', { created_timestamp: 1_795_323_600_437 }, 437],
    ['us', { created_timestamp: 1_795_323_600_437_214 }, 437],
    ['ns', { created_timestamp: Number(1_795_323_600_437_214_375n) }, 437],
    ['iso', { created_at: '2026-11-22T12:00:00.437+07:00' }, 437],
  ] as const)('tells its time in %s', (times, told, ms) => {
    const shopee = shopeeOf({ times });
    const sent = shopee.buyerWrites(shopee.buyer('Kirana'));
    const { created_timestamp, created_at } = shopee.messageJsonOf(sent) as Record<string, unknown>; // JSON of a message

    expect(JSON.parse(JSON.stringify({ created_timestamp, created_at }))).toEqual(told);
    expect(sent.sentAt).toBe(Math.floor(noon / 1000) * 1000 + ms);
  });

  it('tells each message of a chat in another unit when asked to mix them', () => {
    const shopee = shopeeOf({ times: 'mixed' });
    const lukman = shopee.buyer('Lukman');
    const digits = Array.from({ length: 5 }, (_, n) => {
      const json = shopee.messageJsonOf(shopee.buyerWrites(lukman, { at: noon + n * minuteMs }));
      return String((json as Record<string, unknown>).created_timestamp ?? 'ISO').length; // JSON of a message
    });

    expect(digits).toEqual([10, 19, 3, 13, 16]);
  });

  it('has an id of 19 digits that rises with time, whenever it was filed', () => {
    const shopee = shopeeOf();
    const mega = shopee.buyer('Mega');
    const late = shopee.buyerWrites(mega, { at: noon });
    const early = shopee.sellerAnswers(mega, { at: noon - minuteMs });
    const same = shopee.autoReplies(mega, { at: noon });

    expect(early.id < late.id && late.id < same.id).toBe(true);
    expect(mega.messages.map(({ id }) => id)).toEqual([early.id, late.id, same.id]);
    for (const { id } of shopee.sent) expect(id).toMatch(/^\d{19}$/);
  });
});

describe('who waits', () => {
  it('is whoever wrote and had no answer by hand: no machine ends the waiting', () => {
    const shopee = shopeeOf();
    const nanda = shopee.buyer('Nanda');
    const asked = shopee.buyerWrites(nanda, { at: noon - minuteMs });
    const reply = shopee.autoReplies(nanda);
    shopee.answersFaq(nanda);
    shopee.broadcast([nanda]);
    shopee.attachesCard(nanda, 'order');
    shopee.gameSpeaks(nanda, { side: 'shop' });

    expect(reply.sentAt - asked.sentAt).toBeLessThanOrEqual(1000);
    expect(shopee.conversationsWaiting()).toEqual([nanda]);
    shopee.sellerAnswers(nanda);
    expect(shopee.conversationsWaiting()).toEqual([]);
    expect(shopee.sent.map(({ author }) => author)).toEqual([
      'buyer',
      'robot',
      'robot',
      'robot',
      'system',
      'system',
      'seller',
    ]);
  });

  it('is not who was only addressed, played or picked a question; a tap on “chat with staff” asks without a text', () => {
    const shopee = shopeeOf();
    const [okta, putri, raka, sekar] = ['Okta', 'Putri', 'Raka', 'Sekar'].map(name => shopee.buyer(name));
    if (!okta || !putri || !raka || !sekar) throw new Error('four buyers');
    shopee.broadcast([okta, putri]);
    shopee.picksFaq(raka);
    shopee.gameSpeaks(sekar);
    expect(shopee.conversationsWaiting()).toEqual([]);

    shopee.buyerWrites(putri);
    const tap = shopee.buyerTapsStaff(raka);
    expect(shopee.conversationsWaiting()).toEqual([putri, raka]);
    expect(shopee.messageJsonOf(tap)).toMatchObject({ content: {}, send_by_yourself: false });
  });

  it('is not who was blocked', () => {
    const shopee = shopeeOf();
    const tono = shopee.buyer('Tono');
    shopee.buyerWrites(tono);
    shopee.blocks(tono);

    expect(shopee.conversationsWaiting()).toEqual([]);
    expect(shopee.listAnswer()).toMatchObject([{ is_blocked: true }]);
  });

  it('tells by the last word of each of a thousand chats, in the same way each time', () => {
    const shopee = shopeeOf();
    shopee.seed({ conversations: 1000, waitingEvery: 20 });
    const other = shopeeOf();
    other.seed({ conversations: 1000, waitingEvery: 20 });
    const list = shopee.listAnswer({ limit: 1000 }) as Record<string, unknown>[]; // as recorded: the list itself

    const byLastWord = list.filter(c => c.latest_message_from_id === c.to_id).map(({ id }) => id);
    expect(byLastWord).toHaveLength(50);
    expect(new Set(byLastWord)).toEqual(new Set(shopee.conversationsWaiting().map(({ id }) => id)));
    expect(other.sent).toEqual(shopee.sent);
    const twelveHours = 720 * minuteMs;
    for (const { waitingSinceMs = 0 } of shopee.conversationsWaiting()) {
      expect(noon - waitingSinceMs).toBeLessThan(twelveHours);
    }
  });
});
