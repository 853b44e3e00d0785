import { afterEach, describe, expect, it } from 'vitest';
import type { ShopeeOptions } from '../../../pages/shopee/chat/options.ts';
import { SimulatedShopee } from '../../../pages/shopee/inbox.ts';
import { asked } from '../asked.ts';

const noon = Date.UTC(2026, 10, 22, 5); // 12:00 in Jakarta
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

const api = 'https://seller.shopee.co.id/webchat/api';

describe('the calls of the simulated Shopee', () => {
  it('lists a chat with every recorded field, and says who spoke last', async () => {
    const shopee = shopeeOf();
    const citra = shopee.buyer('Citra Hapsari', noon, { bizId: 11 });
    const sent = shopee.buyerWrites(citra, { at: noon - 400, text: 'Kak, warna sage masih ada?' });

    const { json } = await asked(shopee, 'GET', `${api}/v1.2/conversations?limit=50`);

    expect(json).toEqual([
      {
        id: citra.id,
        to_id: citra.buyerId,
        to_name: 'Citra Hapsari',
        shop_id: 710_204_411,
        to_shop_id: 0,
        status: 'normal',
        unread_count: 1,
        pinned: false,
        last_read_message_id: '0',
        latest_message_id: sent.id,
        latest_message_type: 'text',
        latest_message_content: { text: 'Kak, warna sage masih ada?' },
        latest_message_from_id: citra.buyerId,
        latest_message_source: shopee.options.sources.buyer,
        last_message_time: '2026-11-22T11:59:59+07:00',
        last_message_time_nano: '1795323599000214375',
        biz_id: 11,
        is_blocked: false,
      },
    ]);
    expect(sent.sentAt).toBe(noon - 1000);
  });

  it.each([
    ['body', (json: unknown) => json],
    ['conversations', (json: { conversations: unknown }) => json.conversations],
    ['items', (json: { items: unknown }) => json.items],
    ['data', (json: { data: unknown }) => json.data],
    ['data.conversations', (json: { data: { conversations: unknown } }) => json.data.conversations],
  ] as const)('puts the list under %s', async (container, at) => {
    const shopee = shopeeOf({ container });
    shopee.buyerWrites(shopee.buyer('Dimas Utomo'));

    const { json } = await asked(shopee, 'POST', `${api}/v1.2/conversations`, { limit: 50 });

    // What the answer is depends on the container under test.
    expect(at(json as never)).toHaveLength(1);
  });

  it.each([
    ['GET', 'v1.2/conversations'],
    ['POST', 'v1.2/subaccount/serving_mode/conversations'],
    ['POST', 'v1.2/mini/subaccount/serving_mode/conversations'],
    ['GET', 'v1.2/mini/conversations'],
  ])('pages through 120 chats by the last row’s newest message: %s %s', async (method, path) => {
    const shopee = shopeeOf();
    shopee.seed({ conversations: 120 });
    const seen = new Set<string>();
    const sizes: number[] = [];
    for (let cursor: string | undefined; sizes.at(-1) !== 0; ) {
      const query = method === 'GET' ? `?limit=50${cursor === undefined ? '' : `&latest_message_id=${cursor}`}` : '';
      const body = method === 'GET' ? undefined : { limit: 50, latest_message_id: cursor };
      const { json } = await asked(shopee, method, `${api}/${path}${query}`, body);
      const page = json as { id: string; latest_message_id: string }[]; // as recorded: the body is the list
      sizes.push(page.length);
      for (const { id } of page) seen.add(id);
      cursor = page.at(-1)?.latest_message_id ?? cursor;
    }
    expect(sizes).toEqual([50, 50, 20, 0]);
    expect(seen).toEqual(new Set(shopee.conversations.map(({ id }) => id)));
  });

  it.each(['v1.2', 'v1.2/mini'])('gives a chat’s messages as a bare array, older ones on demand: %s', async version => {
    const shopee = shopeeOf();
    const eka = shopee.buyer('Eka Prabawa');
    for (let n = 25; n > 0; n -= 1) shopee.buyerWrites(eka, { at: noon - n * minuteMs });
    const url = `${api}/${version}/conversations/${eka.id}/messages?limit=20&direction=older`;

    const newest = (await asked(shopee, 'GET', url)).json as { id: string }[]; // as recorded
    const older = (await asked(shopee, 'GET', `${url}&message_id=${newest.at(-1)?.id}`)).json as { id: string }[];

    expect([newest.length, older.length]).toEqual([20, 5]);
    expect([...newest, ...older].map(({ id }) => id)).toEqual(shopee.sent.map(({ id }) => id).reverse());
  });

  it('answers a send with the recorded fields, which do not say who sent', async () => {
    const shopee = shopeeOf();
    const fajar = shopee.buyer('Fajar Juwita');
    shopee.buyerWrites(fajar, { at: noon - minuteMs });
    const request = { request_id: 'r-1', to_id: fajar.buyerId, type: 'text', content: { text: 'Ada kak' } };

    const { json } = await asked(shopee, 'POST', `${api}/v1.2/messages`, { ...request, conversation_id: fajar.id });

    expect(json).toEqual({
      id: shopee.sent[1]?.id,
      request_id: 'r-1',
      to_id: fajar.buyerId,
      type: 'text',
      content: { text: 'Ada kak' },
      conversation_id: fajar.id,
      created_timestamp: noon / 1000,
      created_at: '2026-11-22T12:00:00+07:00',
      source_type: shopee.options.sources.hand,
      message_option: 0,
    });
    expect(shopee.conversationsWaiting()).toEqual([]);
  });

  it('tells the shops of the sign-in, and of each chat which it belongs to', async () => {
    const first = { id: 51, userId: 510, name: 'Toko Pagi' };
    const second = { id: 52, userId: 520, name: 'Toko Sore' };
    const shopee = shopeeOf({ shops: [first, second] });
    shopee.buyerWrites(shopee.buyer('Gita Maharani', noon, { shop: second }));

    expect(shopee.options.listCall).toBe('subaccount');
    const login = (await asked(shopee, 'GET', `${api}/coreapi/v1.2/login`)).json;
    expect(login).toMatchObject({ user: { id: shopee.options.userId }, shop: { id: 51, user_id: 510 } });
    const shops = (await asked(shopee, 'GET', `${api}/v1.2/shop_list`)).json;
    expect(shops).toMatchObject({ shops: [{ id: 51 }, { id: 52, user_id: 520 }] });
    const list = (await asked(shopee, 'POST', `${api}/v1.2/subaccount/serving_mode/conversations`, {})).json;
    expect(list).toMatchObject([{ shop_id: 52 }]);
  });

  it('notes what opening a chat does, and counts the unread', async () => {
    const shopee = shopeeOf();
    const hana = shopee.buyer('Hana Wicaksono');
    shopee.buyerWrites(hana);
    const unread = async () => (await asked(shopee, 'GET', `${api}/v1.2/conversation/unread-count`)).json;

    expect(await unread()).toEqual({ unread_count: 1 });
    await asked(shopee, 'POST', `${api}/v1.2/conversation/open`, { conversation_id: hana.id });
    await asked(shopee, 'POST', `${api}/v1.2/conversation/enter`, { conversation_id: hana.id });
    await asked(shopee, 'PUT', `${api}/v1.2/conversations/${hana.id}/read`, {});
    expect(await unread()).toEqual({ unread_count: 0 });
    expect([shopee.opened, shopee.markedRead]).toEqual([[hana.id], [hana.id]]);
  });

  it('refuses every call once the sign-in has ended', async () => {
    const shopee = shopeeOf();
    shopee.loginExpires('calls-fail');

    expect((await asked(shopee, 'GET', `${api}/v1.2/conversations`)).status).toBe(403);
    expect((await asked(shopee, 'GET', `${api}/coreapi/v1.2/login`)).status).toBe(403);
  });

  it.each([
    ['https://seller.shopee.co.id/new-webchat/conversations', 'chat-page.ts'],
    ['https://seller.shopee.co.id/webchat/conversations', 'chat-page.ts'],
    ['https://seller.shopee.co.id/new-webchat/conversations/41', 'chat-page.ts'],
    ['https://seller.shopee.co.id/', 'mini-page.ts'],
    ['https://seller.shopee.co.id/portal/product/list', 'mini-page.ts'],
  ])('serves %s', async (url, script) => {
    const { text, status } = await asked(shopeeOf(), 'GET', url);

    expect(status).toBe(200);
    expect(text).toContain(`shopee/client/${script}`);
  });

  it.each([
    ['seller.shopee.com.br', 'BR', true, 'section'],
    ['banhang.shopee.vn', 'VN', false, 'container'],
    ['seller.shopee.vn', 'VN', false, 'container'],
    ['seller.shopee.co.th', 'TH', false, 'section'],
  ] as const)('%s is %s', (host, market, sections, area) => {
    const shopee = shopeeOf({ host });

    expect(shopee).toMatchObject({ market, hosts: [host], options: { sections, area } });
    expect(shopee.url).toBe(`https://${host}/new-webchat/conversations`);
  });
});
