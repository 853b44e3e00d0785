import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../lib/platforms/platform';
import { tiktokShop } from '../../../../lib/platforms/tiktok-shop/tiktok-shop';
import { wants } from '../../../../lib/platforms/wants';
import { chat, frame, initUrl, noon, onHttp, onSocket, push, response, shop, socketUrl } from '../build-frames';
import { whole } from '../decoded';

const { decode } = tiktokShop.network;
const host = 'https://seller-id.tokopedia.com';
const waitUrl = `${host}/api/v1/shop_im/shop/conversation/get_wait_user_count?aid=4068`;
const metricsUrl = `${host}/api/v1/shop_im/shop/user/get_shop_live_metrics`;
const infoUrl = 'https://api16-normal-sg.tiktokshopglobalselling.com/api/v1/shop_im/multi_shop/user/get_info_list';
const staffUrl = `${host}/chat/api/seller/getShopAndCsInfo?x=1`;

const decoded = (exchange: Exchange) => whole(decode(exchange, new Map()));
const json = (url: string, body: unknown, at = noon) =>
  decoded({ url, via: 'xhr', body: typeof body === 'string' ? body : JSON.stringify(body), at });

describe('what is copied', () => {
  it.each([
    socketUrl,
    'wss://another.example/ws/v2?aid=5341',
    initUrl,
    'https://imapi-va-oth.isnssdk.com/v1/message/get_by_conversation?aid=5341',
    '/v1/message/send',
    'https://imapi-va-oth.isnssdk.com/v3/conversation/mark_read',
    'https://imapi-va-oth.isnssdk.com/v1/conversation/get_group_list',
    waitUrl,
    metricsUrl,
    infoUrl,
    staffUrl,
    '/api/v1/shop_im/multi_shop/user/get_info_list',
  ])('includes %s', url => {
    expect(wants.some(each => each(url))).toBe(true);
  });

  it.each([
    `${host}/api/v1/shop_im/shop/user/get_token`,
    `${host}/chat/api/seller/token?PIGEON_BIZ_TYPE=1`,
    'wss://feige.example/ws/v2?aid=1383',
    'wss://feige.example/ws/v2?aid=53411',
    'wss://feige.example/ws/v2',
    'https://tracker.example/collect?to=/ws/v2?aid=5341',
    `https://tracker.example/collect?to=${waitUrl}`,
    `https://tracker.example/collect?to=${initUrl}`,
    `${host}/api/v1/shop_im/shop/user/mget_info_v2`,
    `${host}/`,
    `${initUrl}?${'x'.repeat(20_000)}`,
    '',
  ])('leaves out %s', url => {
    expect(tiktokShop.network.wants(url)).toBe(false);
  });
});

describe('an exchange', () => {
  it('is read by its address: frames on the socket, bare answers over HTTP', () => {
    const message = expect.objectContaining({ is: 'message', conversation: chat });
    expect(decoded(onSocket(frame(push())))).toContainEqual(message);
    expect(decoded(onHttp(push()))).toContainEqual(message);
    expect(decoded(onHttp(push(), noon, '/v1/message/get_by_conversation'))).toContainEqual(message);
  });

  it.each([
    ['another socket', { ...onSocket(frame(push())), url: 'wss://seller-id.tokopedia.com/ws/v2?aid=1383' }],
    ['another call', onHttp(push(), noon, `${host}/api/v1/other`)],
    ['an address that is none', onHttp(push(), noon, 'https://')],
    ['the heartbeat', onSocket('hi')],
  ])('of %s is not ours', (_, exchange) => {
    expect(decoded(exchange)).toEqual({ notOurs: true });
  });

  it('of a kindred path is ours only if it proves to be', () => {
    const url = `${host}/v2/conversation/get_core_info`;
    expect(decoded(onHttp(push(), noon, url))).toHaveLength(2);
    expect(decoded(onHttp('{"code":0}', noon, url))).toEqual({ notOurs: true });
    expect(decoded(onHttp(Uint8Array.from([255, 255]), noon, url))).toEqual({ notOurs: true });
    expect(decoded(onHttp(response(200, [], 1), noon, url))).toMatchObject({ hint: 'signed-out' });
  });

  it('that brings text where bytes were, or bytes where text was, is not understood', () => {
    expect(decoded(onHttp('{"code":0,"data":{}}'))).toMatchObject({ notUnderstood: 'text' });
    expect(decoded(onHttp(push(), noon, waitUrl))).toMatchObject({ notUnderstood: 'json' });
  });
});

describe('the JSON calls', () => {
  it('tell how many chats wait', () => {
    const body = { code: 0, data: { unresponsive_conversation_count: 3 } };
    const seen = [{ is: 'official', metric: 'waiting-chats', value: 3, at: noon }];
    expect(json(waitUrl, body)).toEqual(seen);
    expect(decoded(onHttp(new TextEncoder().encode(JSON.stringify(body)), noon, waitUrl))).toEqual(seen);
  });

  it('tell how many wait per shop, and count a shop that cannot be read', () => {
    const metrics = [{ oec_shop_id: '7490000000000000002', unread_count: 9, queue_length: 2 }, { oec_shop_id: {} }];
    expect(json(metricsUrl, { code: 0, data: { shop_live_metrics: metrics }, delay_seconds: 5 })).toEqual([
      { is: 'official', seller: '7490000000000000002', metric: 'waiting-chats', value: 2, at: noon },
      { is: 'not-understood', what: 'shop_live_metrics' },
    ]);
  });

  it('join the shop of the address with the shop of the chat, to the last digit', () => {
    const body = `{"code":0,"data":{"shop_infos":[
      {"outer_shop_id":"7490000000000000002","im_shop_id":${shop},"shop_region":"ID"},
      {"outer_shop_id":"7490000000000000003","im_shop_id":"7490000000000000004","shop_region":"indo"}]}}`;
    expect(json(infoUrl, body)).toEqual([
      { is: 'shop', seller: '7490000000000000002', account: shop, market: 'ID' },
      { is: 'shop', seller: '7490000000000000003', account: '7490000000000000004' },
    ]);
  });

  it('of the older page join them too', () => {
    const data = { outerShopId: '7490000000000000002', pigeonShopId: shop, shopTimezone: 'GMT+7', shopRegion: 'ID' };
    expect(json(staffUrl, { code: 0, data })).toEqual([
      { is: 'shop', seller: '7490000000000000002', account: shop, market: 'ID' },
    ]);
  });

  it.each([
    ['a stale signature', '{"code":98001002,"message":"stale"}', 'code 98001002'],
    ['no JSON', '<html>', 'json'],
    ['a list', '[]', 'json'],
    ['nothing', 'null', 'json'],
    ['no data', '{"code":0}', 'data'],
    ['a count that is none', '{"code":0,"data":{"unresponsive_conversation_count":-1}}', 'data'],
    ['a count in words', '{"code":0,"data":{"unresponsive_conversation_count":"many"}}', 'data'],
  ])('with %s are not understood', (_, body, what) => {
    expect(json(waitUrl, body)).toEqual({ notUnderstood: what, size: body.length });
  });

  it('beyond the size limit are not understood', () => {
    const size = 5 * 1024 * 1024;
    expect(json(waitUrl, ' '.repeat(size))).toEqual({ notUnderstood: 'size', size });
  });
});
