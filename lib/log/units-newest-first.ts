import type { ShopId } from '../chat/shop';
import type { JudgedUnit } from '../rates/rate-of-units';
import { type Unit, unitsOf } from '../rates/units';
import { isWithin, type Window } from '../rates/window';
import type { Rule } from '../rules/rule';
import { type Version, versionsOf } from '../rules/versions-of';
import { foldOf } from './fold-conversation';
import type { LogDb } from './log-db';

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
 * Sessions come by their newest ask, a stretch of time at once. What starts inside a stretch that was read can have nothing
 * newer still to come; what starts before it is held back.
 */
async function* unitsOfVersion(db: LogDb, shop: ShopId, version: Version, window: Window): AsyncGenerator<Unit> {
  const fold = foldOf(version);
  // Forwards, and turned around here: backwards a database gives row by row, each with a wait of its own.
  const rows = (from: number, to: number) =>
    db.sessions
      .where('[shop+fold+lastAskAt]')
      .between([shop, fold, from], [shop, fold, to], true, to === Number.POSITIVE_INFINITY)
      .toArray();
  let held: Unit[] = [];
  let span = dayMs;
  let to = Number.POSITIVE_INFINITY;
  let from = window.to.end;
  while (to > window.from.start) {
    from = Math.max(window.from.start, from - span);
    const some = await rows(from, to);
    const found = unitsOf(some, version).filter(({ start }) => isWithin(window, start));
    held = [...held, ...found].sort((a, b) => b.start - a.start || (nameOf(a) < nameOf(b) ? -1 : 1));
    yield* held.filter(({ start }) => start >= from);
    held = held.filter(({ start }) => start < from);
    // Days on which little was asked are read together.
    span = some.length < fewRows ? span * 2 : dayMs;
    to = from;
  }
}

const nameOf = ({ conversation, id }: Unit) => `${conversation} ${id}`;

const dayMs = 86_400_000;
const fewRows = 200;
