import { describe, expect, it } from 'vitest';
import { deadlinesOf } from '@/lib/rates/deadlines';
import type { LoggedRound } from '@/lib/rates/units';
import { tiktokShopRules } from '@/lib/rules/tiktok-shop';

const rules = tiktokShopRules('ID');
const noon = Date.parse('2026-03-10T12:00:00+07:00');
const minute = 60_000;
const hour = 60 * minute;

function waiting(changes: Partial<LoggedRound> = {}): LoggedRound {
  const asks = changes.asks ?? [{ id: '1', at: noon, robot: false }];
  const base = { conversation: 'c', id: '1', opening: '1', startAt: noon, sellerStarted: false, blocked: false };
  return { ...base, ...changes, asks };
}

const said = (round: LoggedRound, now: number) =>
  deadlinesOf(round, rules, now, []).map(({ rule, at, passed }) => [rule.id, at - noon, passed]);

describe('the deadlines of who waits', () => {
  it('the nearest stands first, by rule', () => {
    expect(said(waiting(), noon)).toEqual([
      ['tiktok-shop/3min', 3 * minute, false],
      ['tiktok-shop/12h', 12 * hour, false],
    ]);
  });

  it('the limit itself is still ahead, a millisecond later our own measure sets none any more', () => {
    expect(said(waiting(), noon + 3 * minute)).toHaveLength(2);
    expect(said(waiting(), noon + 3 * minute + 1)).toEqual([['tiktok-shop/12h', 12 * hour, false]]);
  });

  it("the platform's stays when it has passed", () => {
    expect(said(waiting(), noon + 13 * hour)).toEqual([['tiktok-shop/12h', 12 * hour, true]]);
  });

  it('a second message has its own three minutes and leaves the twelve hours where they were', () => {
    const asks = [
      { id: '1', at: noon, robot: false },
      { id: '2', at: noon + 10 * minute, robot: false },
    ];
    expect(said(waiting({ asks }), noon + 11 * minute)).toEqual([
      ['tiktok-shop/3min', 13 * minute, false],
      ['tiktok-shop/12h', 12 * hour, false],
    ]);
  });

  it('a later question of an answered session, and one the seller began, have none under the 12-hour rule', () => {
    expect(said(waiting({ opening: '0' }), noon + hour)).toEqual([]);
    expect(said(waiting({ sellerStarted: true }), noon + hour)).toEqual([]);
  });

  it('who wrote in a holiday, or was set aside, has none of the platform', () => {
    const shut: [number, number][] = [[noon, Number.POSITIVE_INFINITY]];
    expect(deadlinesOf(waiting(), rules, noon, shut)).toEqual([]);
    expect(said(waiting({ byHand: true }), noon)).toEqual([]);
  });

  it('the last chat of the 24-hour days keeps its 24 hours', () => {
    const last = Date.parse('2025-08-14T23:59:59+07:00');
    const round = waiting({ startAt: last, asks: [{ id: '1', at: last, robot: false }] });
    const [nearest] = deadlinesOf(round, rules, last + 13 * hour, []);
    expect([nearest?.rule.id, nearest?.at]).toEqual(['tiktok-shop/12h', last + 24 * hour]);
  });

  it('outside the hours our own measure sets none', () => {
    const night = noon + 12 * hour;
    const round = waiting({ startAt: night, asks: [{ id: '1', at: night, robot: false }] });
    expect(said(round, night)).toEqual([['tiktok-shop/12h', 24 * hour, false]]);
  });
});
