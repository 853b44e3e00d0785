import type { Observation, SeenShop } from '../../chat/observation';
import { countOf, idOf, recordOf } from '../json-record';
import { notUnderstood } from '../not-understood';
import type { ReadData } from './decode-json';

/** Shops of one answer. A seller has a few. */
const longest = 1000;

/** The JSON calls that are read, by their path's end (tiktok-shop.md section 3). */
export const shopCalls: ReadonlyMap<string, ReadData> = new Map<string, ReadData>([
  ['/api/v1/shop_im/shop/conversation/get_wait_user_count', readWaitCount],
  ['/api/v1/shop_im/shop/user/get_shop_live_metrics', readLiveMetrics],
  ['/api/v1/shop_im/multi_shop/user/get_info_list', readShopInfos],
  ['/chat/api/seller/getShopAndCsInfo', readShopAndStaff],
]);

function readWaitCount(data: unknown, at: number): readonly Observation[] | null {
  const value = countOf(recordOf(data)?.unresponsive_conversation_count);
  return value === null ? null : [{ is: 'official', metric: 'waiting-chats', value, at }];
}

function readLiveMetrics(data: unknown, at: number): readonly Observation[] | null {
  return (
    listIn(data, 'shop_live_metrics')?.map(each => {
      const one = recordOf(each);
      const seller = idOf(one?.oec_shop_id);
      const value = countOf(one?.queue_length);
      if (seller === '' || value === null) return notUnderstood('shop_live_metrics');
      return { is: 'official', seller, metric: 'waiting-chats', value, at };
    }) ?? null
  );
}

function readShopInfos(data: unknown): readonly Observation[] | null {
  return (
    listIn(data, 'shop_infos')?.map(each => {
      const one = recordOf(each);
      return shop(one?.outer_shop_id, one?.im_shop_id, one?.shop_region) ?? notUnderstood('shop_infos');
    }) ?? null
  );
}

function readShopAndStaff(data: unknown): readonly Observation[] | null {
  const one = recordOf(data);
  const seen = shop(one?.outerShopId, one?.pigeonShopId, one?.shopRegion);
  return seen && [seen];
}

function listIn(data: unknown, name: string): readonly unknown[] | null {
  const list = recordOf(data)?.[name];
  return Array.isArray(list) && list.length <= longest ? list : null;
}

function shop(outer: unknown, inner: unknown, region: unknown): SeenShop | null {
  const [seller, account] = [idOf(outer), idOf(inner)];
  if (seller === '' || account === '') return null;
  const market = typeof region === 'string' && /^[A-Z]{2}$/.test(region) ? region : undefined;
  return { is: 'shop', seller, account, ...(market && { market }) };
}
