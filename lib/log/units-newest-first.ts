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
 * Rounds come by their newest ask. What starts after the newest ask of the last one read can have nothing newer still to
 * come, and all later rounds of its session have been read: until then it is held back.
 */
async function* unitsOfVersion(db: LogDb, shop: ShopId, version: Version, window: Window): AsyncGenerator<Unit> {
  const fold = foldOf(version);
  // Each page goes on at the instant where the last one ended, after those of it that were read: to count through all pages
  // before it would take longer with every page.
  const rows = (until: number, read: number) =>
    db.rounds
      .where('[shop+fold+lastAskAt]')
      .between([shop, fold, window.from.start], [shop, fold, until], true, true)
      .reverse()
      .offset(read)
      .limit(pageSize)
      .toArray();
  const sessions = new Map<string, RoundRow[]>();
  let held: Held[] = [];
  let [until, ofThatInstant] = [Number.POSITIVE_INFINITY, 0];
  while (true) {
    const page = await rows(until, ofThatInstant);
    if (version.unit === 'whole-session') for (const row of page) noteSession(sessions, row);
    const found = page.flatMap(row => heldFrom(row, version, sessions)).filter(({ start }) => isWithin(window, start));
    held = [...held, ...found].sort((a, b) => b.start - a.start || (a.name < b.name ? -1 : 1));
    const read = page.length < pageSize ? Number.NEGATIVE_INFINITY : (page.at(-1)?.lastAskAt ?? 0);
    for (const one of held.filter(({ start }) => start > read)) yield* one.units();
    held = held.filter(({ start }) => start <= read);
    if (page.length < pageSize) return;
    ofThatInstant = page.filter(({ lastAskAt }) => lastAskAt === read).length + (read === until ? ofThatInstant : 0);
    until = read;
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

const pageSize = 200;
