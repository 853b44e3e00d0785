import type { ShopId } from '../chat/shop';
import type { JudgedUnit } from '../rates/rate-of-units';
import { type Unit, unitsOf } from '../rates/units';
import { isWithin, type Window } from '../rates/window';
import type { Rule } from '../rules/rule';
import { type Version, versionsOf } from '../rules/versions-of';
import { foldOf } from './fold-conversation';
import type { LogDb, RoundRow } from './log-db';

interface Args {
  readonly shop: ShopId;
  readonly rule: Rule;
  readonly window: Window;
}

/** The units of a rule in a window, the newest first; of those that start together, in the order of their names. */
export async function* unitsNewestFirst(
  db: LogDb,
  { shop, rule, window }: Args,
): AsyncGenerator<Omit<JudgedUnit, 'verdict'>> {
  for (const version of [...versionsOf(rule)].reverse()) {
    const { after, until } = version.days;
    if ((after !== undefined && after >= window.to.key) || (until !== undefined && until < window.from.key)) continue;
    for await (const unit of unitsOfVersion(db, shop, version, window)) yield { unit, version };
  }
}

/**
 * Rounds come by their newest ask, a stretch of time at once. What starts inside a stretch that was read can have nothing
 * newer still to come, and all later rounds of its session have been read; what starts before it is held back.
 */
async function* unitsOfVersion(db: LogDb, shop: ShopId, version: Version, window: Window): AsyncGenerator<Unit> {
  const fold = foldOf(version);
  // Forwards, and turned around here: backwards a database gives row by row, each with a wait of its own.
  const rows = (from: number, to: number) =>
    db.rounds
      .where('[shop+fold+lastAskAt]')
      .between([shop, fold, from], [shop, fold, to], true, to === Number.POSITIVE_INFINITY)
      .toArray();
  const sessions = new Map<string, RoundRow[]>();
  let held: Held[] = [];
  let span = dayMs;
  let to = Number.POSITIVE_INFINITY;
  let from = window.to.end;
  while (to > window.from.start) {
    from = Math.max(window.from.start, from - span);
    const some = await rows(from, to);
    if (version.unit === 'whole-session') for (const row of some) noteSession(sessions, row);
    const found = some.flatMap(row => heldFrom(row, version, sessions)).filter(({ start }) => isWithin(window, start));
    held = [...held, ...found].sort((a, b) => b.start - a.start || (a.name < b.name ? -1 : 1));
    for (const one of held.filter(({ start }) => start >= from)) yield* one.units();
    held = held.filter(({ start }) => start < from);
    // Days on which little was asked are read together.
    span = some.length < fewRows ? span * 2 : dayMs;
    to = from;
  }
}

interface Held {
  readonly start: number;
  readonly name: string;
  units(): readonly Unit[];
}

function heldFrom(row: RoundRow, version: Version, sessions: ReadonlyMap<string, readonly RoundRow[]>): Held[] {
  const nameOf = (id: string) => `${row.conversation} ${id}`;
  if (version.unit !== 'whole-session') {
    return unitsOf([row], version).map(unit => ({ start: unit.start, name: nameOf(unit.id), units: () => [unit] }));
  }
  if (row.id !== row.opening) return [];
  const rounds = () => [...(sessions.get(sessionName(row)) ?? [])].sort((a, b) => a.startAt - b.startAt);
  return [{ start: row.startAt, name: nameOf(row.id), units: () => unitsOf(rounds(), version) }];
}

function noteSession(sessions: Map<string, RoundRow[]>, row: RoundRow): void {
  const rounds = sessions.get(sessionName(row));
  if (rounds) rounds.push(row);
  else sessions.set(sessionName(row), [row]);
}

const sessionName = ({ conversation, opening }: RoundRow) => `${conversation} ${opening}`;

const dayMs = 86_400_000;
const fewRows = 200;
