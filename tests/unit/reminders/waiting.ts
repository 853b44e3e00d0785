import type { ShopId } from '@/lib/chat/shop';
import type { WaitingRound } from '@/lib/rates/deadlines';

export const shop: ShopId = 'tiktok-shop/ID/7494000000000000001';

/** Noon in Jakarta: inside the hours of the 3-minute rule. */
export const noon = Date.parse('2026-03-10T05:00:00Z');
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** A chat whose buyer wrote at each of these instants (ms) and waits. */
export function waiting(conversation: string, asks: readonly number[], more: Partial<WaitingRound> = {}): WaitingRound {
  const [startAt = noon] = asks;
  return {
    shop,
    conversation,
    id: `${conversation}1`,
    opening: `${conversation}1`,
    startAt,
    sellerStarted: false,
    blocked: false,
    asks: asks.map((at, index) => ({ id: `${conversation}${index + 1}`, at, robot: false })),
    ...more,
  };
}
