import type { Calibration } from '@/lib/log/calibrate';
import type { Dashboard, OfficialBeside, ShopDashboard } from '@/lib/log/dashboard';
import type { JudgedNext } from '@/lib/log/judged-next';
import type { Patterns, Why, WhyRow } from '@/lib/log/why';
import { agentsOf } from '@/lib/rates/agents-of';
import { costsOf } from '@/lib/rates/costs-of';
import { localDay, localDayBefore } from '@/lib/rates/local-day';
import type { Rate } from '@/lib/rates/rate';
import { addTimes, summaryOf } from '@/lib/rates/reply-times';
import { weekOf } from '@/lib/rates/week-of';
import { now, ownShop, rateView, threeMinutes, twelveHours } from './sample';

const hour = 3_600_000;
const { zone } = twelveHours;

export function whyRow(changes: Partial<WhyRow> = {}): WhyRow {
  return {
    conversation: 'c1',
    id: '1',
    buyer: 'Siti',
    start: now - 20 * hour,
    verdict: { is: 'late', tookMs: 13 * hour },
    replyAt: now - 7 * hour,
    agent: 'Ayu',
    tookMs: 13 * hour,
    rule: twelveHours.id,
    ...changes,
  };
}

const missed = whyRow({
  conversation: 'c2',
  id: '2',
  buyer: null,
  start: now - 30 * hour,
  verdict: { is: 'missed' },
  replyAt: null,
  agent: null,
  tookMs: null,
});

export function why(changes: Partial<Why> = {}): Why {
  return { rows: [whyRow(), missed], next: null, ...changes };
}

export function patterns(rows: readonly WhyRow[] = why().rows): Patterns {
  const costs = costsOf(rows, twelveHours);
  return {
    costs,
    week: weekOf(rows, twelveHours),
    agents: agentsOf(rows, twelveHours),
    buyers: [...costs.conversations].map(([conversation, cost]) => ({ conversation, buyer: null, ...cost })),
  };
}

const rateOfDay = (onTime: number, late: number): Rate => {
  const counted = onTime + late;
  const value = counted === 0 ? null : onTime / counted;
  return { value, counted, onTime, late, missed: 0, pending: 0, excluded: {} };
};

export function shopDashboard(changes: Partial<ShopDashboard> = {}): ShopDashboard {
  const from = localDayBefore(now, 29, zone);
  const to = localDay(now, zone);
  return {
    shop: ownShop,
    again: null,
    rules: [twelveHours, threeMinutes],
    holidays: [],
    view: rateView(),
    window: { from, to },
    isOwnWindow: true,
    days: Array.from({ length: 90 }, (_, index) => ({
      day: localDayBefore(now, 89 - index, zone),
      rate: index < 60 ? rateOfDay(0, 0) : rateOfDay(9, index % 2),
      trailing: index < 60 ? null : 0.9,
    })),
    spread: addTimes(summaryOf(30_000), summaryOf(5 * hour), 1),
    strip: {
      since: from.start,
      stretches: [
        { from: from.start, to: now - 5 * hour, is: 'watched' },
        { from: now - 5 * hour, to: now - hour, is: 'gap' },
        { from: now - hour, to: now, is: 'watched' },
      ],
    },
    officials: [],
    ...changes,
  };
}

export function dashboard(changes: Partial<ShopDashboard> = {}, shops: Dashboard['shops'] = []): Dashboard {
  const shown = shopDashboard(changes);
  const rates = [{ rule: twelveHours, rate: shown.view.rate }];
  return { at: now, shops: [{ shop: ownShop, rates }, ...shops], shown };
}

/** A figure that the seller typed in. */
export const typedOfficial: OfficialBeside = {
  shop: ownShop,
  metric: twelveHours.id,
  source: 'typed',
  day: '2026-11-20',
  at: Date.parse('2026-11-20T23:59:59.999+07:00'),
  value: 0.92,
  within: 0.005,
  ours: 0.905,
};

/** Two readings: the one in use is off, another gives the figure. */
export function calibration(): Calibration {
  const rounds = { ...twelveHours, id: 'tiktok-shop/12h-rounds', presetOf: twelveHours.id };
  const rate = rateView().rate;
  return {
    ranked: [
      {
        reading: rounds.id,
        unit: null,
        rule: rounds,
        inUse: false,
        rate: { ...rate, value: 0.918 },
        difference: -0.002,
        reproduces: true,
      },
      {
        reading: twelveHours.id,
        unit: null,
        rule: twelveHours,
        inUse: true,
        rate: { ...rate, value: 0.905 },
        difference: -0.015,
        reproduces: false,
      },
      {
        reading: twelveHours.id,
        unit: 'message',
        rule: { ...twelveHours, unit: 'message', changed: ['unit'] },
        inUse: false,
        rate: { ...rate, value: null, counted: 0 },
        difference: null,
        reproduces: false,
      },
    ],
    coverage: { share: 0.82, watched: 0.8, since: now },
  };
}

/** As Monday judges it: of today's figure one in time and one late will be too old. */
export function judgedNext(changes: Partial<JudgedNext> = {}): JudgedNext {
  const rate = rateView().rate;
  return {
    at: Date.parse('2026-11-23T00:00:00+07:00'),
    from: Date.parse('2026-11-16T00:00:00+07:00'),
    rate: { ...rate, value: 0.8, counted: 10, onTime: 8, late: 1, missed: 1, pending: 1 },
    ifAllAnswered: 0.818,
    ifNoneAnswered: 0.727,
    agesOut: { ...rate, value: 0.5, counted: 2, onTime: 1, late: 1, missed: 0, pending: 0 },
    enoughChats: true,
    band: null,
    nextBand: null,
    betterBand: null,
    marks: [],
    ...changes,
  };
}
