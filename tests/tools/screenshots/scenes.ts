import { buyersAnywhere, buyersOf } from './people.ts';
import type { SeededCase, SeededShop } from './seed.ts';

const indonesia: SeededShop = {
  shop: 'tiktok-shop/ID/7494012345678904711',
  seed: 1,
  days: 95,
  chatsADay: 14,
  waiting: 5,
  buyers: buyersOf.ID ?? [],
  quick: 0.86,
  health: { state: 'watching' },
  official: 0.92,
};
const vietnam: SeededShop = {
  ...indonesia,
  shop: 'tiktok-shop/VN/7495880000000005678',
  seed: 2,
  days: 40,
  chatsADay: 6,
  waiting: 2,
  buyers: buyersOf.VN ?? [],
  quick: 0.55,
  health: { state: 'signed-out' },
};
const douyin: SeededShop = {
  ...indonesia,
  shop: 'feige/CN/120033',
  seed: 3,
  days: 30,
  chatsADay: 12,
  waiting: 3,
  buyers: buyersOf.CN ?? [],
  quick: 0.9,
};
const shopee: SeededShop = { ...indonesia, shop: 'shopee/ID/99120033', seed: 4, days: 30, chatsADay: 4, waiting: 0 };
const tokopedia: SeededShop = {
  ...indonesia,
  shop: 'tokopedia/ID/4410',
  seed: 5,
  days: 20,
  chatsADay: 2,
  waiting: 0,
  health: { state: 'closed' },
  unseenForMs: 9 * 86_400_000,
};

/** What a log may look like when a seller looks, by name. */
export const scenes = {
  none: [],
  new: [{ ...indonesia, days: 0, waiting: 0 }],
  quiet: [{ ...indonesia, waiting: 0 }],
  one: [indonesia],
  forty: [{ ...indonesia, waiting: 40, buyers: buyersAnywhere }],
  'five-hundred': [{ ...indonesia, days: 6, waiting: 500, buyers: buyersAnywhere }],
  aside: [{ ...indonesia, aside: [1, 3] }],
  again: [{ ...indonesia, again: { done: 450, of: 1335 } }],
  'signed-out': [{ ...indonesia, health: { state: 'signed-out' } }],
  partly: [{ ...indonesia, health: { state: 'partly', blind: 'network', why: 'no-network' } }],
  'not-recognised': [
    { ...indonesia, health: { state: 'not-recognised', missing: ['conversation-row', 'waiting-mark'] } },
  ],
  closed: [{ ...indonesia, health: { state: 'closed' }, unseenForMs: 3 * 3_600_000 }],
  'cut-off': [{ ...indonesia, health: { state: 'stopped', why: 'cut-off' } }],
  'not-allowed': [{ ...indonesia, health: { state: 'not-allowed' } }],
  promised: [{ ...douyin, days: 6, promised: 2 }],
  all: [indonesia, vietnam, douyin, shopee, tokopedia],
  twenty: Array.from({ length: 20 }, (_, i) => ({
    ...indonesia,
    shop: `tiktok-shop/ID/74940${i}` as const,
    seed: 20 + i,
    days: 8,
    chatsADay: 3,
    waiting: i % 4,
  })),
} satisfies Record<string, readonly SeededShop[]>;

/** What a seller tracks by hand, as the clocks of cases can stand. */
export const cases: readonly SeededCase[] = [
  { label: 'INV/20261125/MPL/4471', hoursAgo: 71.5, page: 'https://seller-id.tokopedia.com/resolution/4471' },
  { label: 'Paket hilang di gudang transit Surabaya sejak Senin, pembeli minta ganti warna', hoursAgo: 40 },
  { label: 'Bu Yanti', hoursAgo: 20, hours: 24, isSnoozed: true },
  { label: '退款 #88213', hoursAgo: 75 },
  { label: 'Botol pecah', hoursAgo: 30, isDone: true },
];

export type Scene = keyof typeof scenes;
