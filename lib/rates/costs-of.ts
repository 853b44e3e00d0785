import type { Rule, Weekday } from '../rules/rule';
import { localHour } from './local-hour';
import type { Verdict } from './verdict';

/** What counted in one group, and what of it cost. */
export interface Cost {
  readonly counted: number;
  readonly late: number;
  readonly missed: number;
  /** Of a mean: what took longer than its target, answered or not. */
  readonly slow: number;
}

/** A judged unit, as far as grouping asks. */
export interface CostlyUnit {
  readonly conversation: string;
  /** ms. */
  readonly start: number;
  readonly verdict: Verdict;
  /** Who sent the reply that decided; `null` where nobody did, or the platform does not say. */
  readonly agent: string | null;
}

export interface Costs {
  /** By the hour in which it began, 0 to 23, in the rule's zone; only hours in which something counted. */
  readonly hours: ReadonlyMap<number, Cost>;
  /** 1 is Monday. */
  readonly weekdays: ReadonlyMap<Weekday, Cost>;
  readonly conversations: ReadonlyMap<string, Cost>;
  readonly agents: ReadonlyMap<string | null, Cost>;
}

/** What late and missed units have in common. Each grouping adds up to the rate of the same units. */
export function costsOf(units: readonly CostlyUnit[], { zone, target }: Pick<Rule, 'zone' | 'target'>): Costs {
  const costs = {
    hours: new Map<number, Cost>(),
    weekdays: new Map<Weekday, Cost>(),
    conversations: new Map<string, Cost>(),
    agents: new Map<string | null, Cost>(),
  };
  for (const { conversation, start, verdict, agent } of units) {
    const cost = costOf(verdict, target);
    if (!cost) continue;
    const { hour, weekday } = localHour(start, zone);
    add(costs.hours, hour, cost);
    add(costs.weekdays, weekday, cost);
    add(costs.conversations, conversation, cost);
    add(costs.agents, agent, cost);
  }
  return costs;
}

/** How many units of a group cost: the order in which groups are worth looking at. */
export const costing = ({ late, missed, slow }: Cost): number => late + missed + slow;

const nothing: Cost = { counted: 1, late: 0, missed: 0, slow: 0 };

function costOf(verdict: Verdict, target: number): Cost | null {
  switch (verdict.is) {
    case 'in-time':
      return nothing;
    case 'late':
      return { ...nothing, late: 1 };
    case 'missed':
      return { ...nothing, missed: 1 };
    case 'took':
      return { ...nothing, slow: verdict.tookMs > target * 1000 ? 1 : 0 };
    case 'pending':
    case 'excluded':
      return null;
  }
}

function add<K>(group: Map<K, Cost>, key: K, cost: Cost): void {
  const { counted, late, missed, slow } = group.get(key) ?? { ...nothing, counted: 0 };
  group.set(key, {
    counted: counted + cost.counted,
    late: late + cost.late,
    missed: missed + cost.missed,
    slow: slow + cost.slow,
  });
}
