import type { AllShops, Overview, RateView, ShopGlance, ShopLine, ShopOverview, WaitingRow } from '@/lib/log/overview';
import type { PublishedRule } from '@/lib/rules/rule';

/** A Sunday morning in Jakarta: 09:14:20. */
export const now = Date.parse('2026-11-22T09:14:20+07:00');
export const minute = 60_000;

export const twelveHours: PublishedRule = {
  id: 'tiktok-shop/12h',
  platform: 'tiktok-shop',
  kind: 'official',
  place: 'popup',
  measure: 'share',
  limit: 43_200,
  unit: 'first-response',
  zone: 'Asia/Jakarta',
  window: { days: 30 },
  robot: 'excludes',
  excludes: ['holiday', 'blocked', 'seller-started'],
  target: 0.85,
  source: 'a page that was made up',
  confidence: 'inf',
};

export const threeMinutes: PublishedRule = {
  ...twelveHours,
  id: 'tiktok-shop/3min',
  kind: 'own',
  limit: 180,
  unit: 'message',
  target: 0.9,
};

export function rateView(changes: Partial<RateView> = {}): RateView {
  return {
    rule: twelveHours,
    rate: { value: 0.9318, counted: 44, onTime: 41, late: 2, missed: 1, pending: 3, excluded: { robot: 2 } },
    ifAllAnswered: 0.9362,
    ifNoneAnswered: 0.8723,
    missesLeft: 4,
    answersToRegain: null,
    nextMayTake: null,
    judgedNext: null,
    trend: 0.008,
    coverage: 0.961,
    watchedSince: null,
    firstDeadline: now + 8 * minute,
    times: { mean: 31 * minute, median: 4 * minute, ninetieth: 72 * minute },
    band: null,
    nextBand: null,
    betterBand: null,
    marks: [],
    official: { value: 0.92, at: now - 130 * minute, source: 'seen' },
    ...changes,
  };
}

/** A rate with nothing to count yet. */
export const emptyRate = rateView({
  rate: { value: null, counted: 0, onTime: 0, late: 0, missed: 0, pending: 0, excluded: {} },
  ifAllAnswered: null,
  ifNoneAnswered: null,
  missesLeft: null,
  trend: null,
  firstDeadline: null,
  official: null,
});

export function waitingRow(changes: Partial<WaitingRow> = {}): WaitingRow {
  return {
    shop: ownShop,
    conversation: 'c1',
    buyer: 'Siti',
    since: now - 42 * minute,
    uncertain: 0,
    messages: 2,
    deadline: now + 318 * minute,
    rule: twelveHours.id,
    leads: [7200, 1800],
    robotAnswered: false,
    promisedAt: null,
    isPromiseOnly: false,
    ...changes,
  };
}

export const ownShop = 'tiktok-shop/ID/7494012345678901234';

/** A shop in the switch. */
export function shopLine(changes: Partial<ShopLine> = {}): ShopLine {
  return {
    shop: ownShop,
    waiting: 1,
    nearestDeadline: null,
    health: { state: 'watching' },
    healthSince: now - 64 * minute,
    lately: true,
    ...changes,
  };
}

/** One shop, as the popup shows it. */
export function overview(changes: Partial<ShopOverview> = {}, others: Overview['shops'] = []): Overview {
  const waiting = changes.waiting ?? [waitingRow()];
  return {
    at: now,
    shops: [shopLine({ waiting: waiting.length }), ...others],
    shown: {
      is: 'shop',
      shop: ownShop,
      health: { state: 'watching' },
      healthSince: now - 64 * minute,
      days: 30,
      rates: [rateView(), rateView({ rule: threeMinutes, official: null })],
      more: [],
      again: null,
      untimely: { ahead: 0, 'before-2015': 0 },
      ...changes,
      waiting,
    },
  };
}

export function glance(changes: Partial<ShopGlance> = {}): ShopGlance {
  return { ...shopLine(), rates: [rateView(), rateView({ rule: threeMinutes })], ...changes };
}

/** Several shops at a glance. */
export function allOverview(shops: readonly ShopGlance[], changes: Partial<AllShops> = {}): Overview {
  return { at: now, shops, shown: { is: 'all', days: 30, shops, waiting: [], ...changes } };
}
