import * as v from 'valibot';
import type { Observation, SeenShop } from '../../chat/observation';
import { notUnderstood } from '../not-understood';
import type { ReadData } from './decode-json';

// Own checks rather than a chain of the library's: this runs in the page, where each of its parts weighs.
const id = v.custom<string | number>(value =>
  typeof value === 'string' ? /^[\w-]{1,64}$/.test(value) : isWhole(value) && value > 0,
);
const count = v.custom<number>(isWhole);
const list = v.custom<unknown[]>(value => Array.isArray(value) && value.length <= 1000);

const waitCount = v.looseObject({ unresponsive_conversation_count: count });
const liveMetrics = v.looseObject({ shop_live_metrics: list });
const liveMetric = v.looseObject({ oec_shop_id: id, queue_length: count });
const shopInfos = v.looseObject({ shop_infos: list });
const shopInfo = v.looseObject({ outer_shop_id: id, im_shop_id: id, shop_region: v.optional(v.unknown()) });
const shopAndStaff = v.looseObject({ outerShopId: id, pigeonShopId: id, shopRegion: v.optional(v.unknown()) });

/** The JSON calls that are read, by their path's end (tiktok-shop.md section 3). */
export const shopCalls: ReadonlyMap<string, ReadData> = new Map<string, ReadData>([
  ['/api/v1/shop_im/shop/conversation/get_wait_user_count', readWaitCount],
  ['/api/v1/shop_im/shop/user/get_shop_live_metrics', readLiveMetrics],
  ['/api/v1/shop_im/multi_shop/user/get_info_list', readShopInfos],
  ['/chat/api/seller/getShopAndCsInfo', readShopAndStaff],
]);

function readWaitCount(data: unknown, at: number): readonly Observation[] | null {
  const read = v.safeParse(waitCount, data);
  if (!read.success) return null;
  return [{ is: 'official', metric: 'waiting-chats', value: read.output.unresponsive_conversation_count, at }];
}

function readLiveMetrics(data: unknown, at: number): readonly Observation[] | null {
  const read = v.safeParse(liveMetrics, data);
  if (!read.success) return null;
  return read.output.shop_live_metrics.map(each => {
    const one = v.safeParse(liveMetric, each);
    if (!one.success) return notUnderstood('shop_live_metrics');
    const { oec_shop_id: seller, queue_length: value } = one.output;
    return { is: 'official', seller: String(seller), metric: 'waiting-chats', value, at };
  });
}

function readShopInfos(data: unknown): readonly Observation[] | null {
  const read = v.safeParse(shopInfos, data);
  if (!read.success) return null;
  return read.output.shop_infos.map(each => {
    const one = v.safeParse(shopInfo, each);
    if (!one.success) return notUnderstood('shop_infos');
    return shop(one.output.outer_shop_id, one.output.im_shop_id, one.output.shop_region);
  });
}

function readShopAndStaff(data: unknown): readonly Observation[] | null {
  const read = v.safeParse(shopAndStaff, data);
  return read.success ? [shop(read.output.outerShopId, read.output.pigeonShopId, read.output.shopRegion)] : null;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function shop(seller: string | number, account: string | number, region: unknown): SeenShop {
  const market = typeof region === 'string' && /^[A-Z]{2}$/.test(region) ? region : undefined;
  return { is: 'shop', seller: String(seller), account: String(account), ...(market && { market }) };
}
