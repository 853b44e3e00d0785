import type { Dashboard, ShopDashboard } from '@/lib/log/dashboard';
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
