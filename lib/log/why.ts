import type { ShopId } from '../chat/shop';
import { type AgentFigure, agentsOf } from '../rates/agents-of';
import { type Cost, type Costs, costing, costsOf } from '../rates/costs-of';
import { judge, type Verdict } from '../rates/verdict';
import { type WeekHour, weekOf } from '../rates/week-of';
import { windowOf } from '../rates/window';
import type { LogDb } from './log-db';
import type { RateArgs } from './rate-query';
import { unitsNewestFirst } from './units-newest-first';

/** One unit behind a rate, and why it counts as it does. Times are ms since the epoch. */
export interface WhyRow extends WhyUnit {
  /** The buyer's shown name, where it is known. */
  readonly buyer: string | null;
}

interface WhyUnit {
  readonly conversation: string;
  /** The id of the buyer's message that began it. */
  readonly id: string;
  readonly start: number;
  readonly verdict: Verdict;
  /** When the reply that decided was sent, at the latest; `null` where there is none. */
  readonly replyAt: number | null;
  /** Who sent it, by the platform's id; `null` where nobody did, or the platform does not say. */
  readonly agent: string | null;
  /** ms from the ask to that reply. */
  readonly tookMs: number | null;
  /** The id of the version of the rule that judged it. */
  readonly rule: string;
}

export interface Why {
  /** Newest first. */
  readonly rows: readonly WhyRow[];
  /** From where the next page goes on; `null`: this was the last. */
  readonly next: Place | null;
}

/** A place in the list: the last unit of a page. */
export type Place = Pick<WhyUnit, 'start' | 'conversation' | 'id'>;

export interface WhyArgs extends RateArgs {
  /** Which verdicts are listed; absent: all. */
  only?(verdict: Verdict): boolean;
  readonly after?: Place | null;
  readonly limit: number;
}

/** A page of the units behind a rate. Listed whole they add up to it: they are judged by the same function. */
export async function why(db: LogDb, { only, after, limit, ...args }: WhyArgs): Promise<Why> {
  const found: WhyUnit[] = [];
  for await (const unit of judgedUnits(db, args)) {
    if (after && !isBelow(unit, after)) continue;
    if (only && !only(unit.verdict)) continue;
    found.push(unit);
    // One more than the page holds tells whether there is another.
    if (found.length > limit) break;
  }
  const page = found.slice(0, limit);
  const buyers = await buyersOf(db, args.shop, page);
  const rows = page.map(unit => ({ ...unit, buyer: buyers.get(unit.conversation) ?? null }));
  const last = page.at(-1);
  return { rows, next: found.length > limit && last ? placeOf(last) : null };
}

/** What costs a rate: its late and missed units by hour, weekday, buyer and agent. */
export async function whatCosts(db: LogDb, args: RateArgs): Promise<Costs> {
  return costsOf(await unitsOf(db, args), args.rule);
}

/** What the units of a rate show when they are laid side by side. */
export interface Patterns {
  readonly costs: Costs;
  readonly week: readonly WeekHour[];
  readonly agents: readonly AgentFigure[];
  /** The buyers that cost most, the worst first: their shown names, where known. */
  readonly buyers: readonly (Cost & { readonly conversation: string; readonly buyer: string | null })[];
}

/** All of it from one reading of the units; of the buyers the first `buyers`. */
export async function patternsOf(db: LogDb, { buyers, ...args }: RateArgs & { buyers: number }): Promise<Patterns> {
  const units = await unitsOf(db, args);
  const costs = costsOf(units, args.rule);
  const worst = [...costs.conversations]
    .map(([conversation, cost]) => ({ conversation, ...cost }))
    .filter(cost => costing(cost) > 0)
    .sort((a, b) => costing(b) - costing(a) || (a.conversation < b.conversation ? -1 : 1))
    .slice(0, buyers);
  const names = await buyersOf(db, args.shop, worst);
  return {
    costs,
    week: weekOf(units, args.rule),
    agents: agentsOf(units, args.rule),
    buyers: worst.map(cost => ({ ...cost, buyer: names.get(cost.conversation) ?? null })),
  };
}

async function unitsOf(db: LogDb, args: RateArgs): Promise<WhyUnit[]> {
  const units: WhyUnit[] = [];
  for await (const unit of judgedUnits(db, args)) units.push(unit);
  return units;
}

async function* judgedUnits(db: LogDb, { shop, rule, holidays, now, ...rest }: RateArgs): AsyncGenerator<WhyUnit> {
  const window = rest.window ?? windowOf(rule, now);
  for await (const { unit, version } of unitsNewestFirst(db, { shop, rule, window })) {
    const { verdict, part } = judge(unit, version, now, holidays);
    const { conversation, id, start } = unit;
    const reply = part?.reply;
    yield {
      conversation,
      id,
      start,
      verdict,
      replyAt: reply?.at ?? null,
      agent: reply?.agent ?? null,
      tookMs: part && reply ? reply.at - part.start : null,
      rule: version.id,
    };
  }
}

async function buyersOf(
  db: LogDb,
  shop: ShopId,
  rows: readonly Pick<WhyUnit, 'conversation'>[],
): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(rows.map(({ conversation }) => conversation))];
  const known = await db.conversations.bulkGet(names.map((name): [ShopId, string] => [shop, name]));
  return new Map(known.flatMap(row => (row?.buyer === undefined ? [] : [[row.conversation, row.buyer] as const])));
}

const placeOf = ({ start, conversation, id }: Place): Place => ({ start, conversation, id });

/** Whether a unit stands below a place: it is older, or of the same instant and later by name. */
function isBelow(unit: Place, place: Place): boolean {
  if (unit.start !== place.start) return unit.start < place.start;
  return nameOf(unit) > nameOf(place);
}

const nameOf = ({ conversation, id }: Place) => `${conversation} ${id}`;
