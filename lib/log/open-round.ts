import type { ShopId } from '../chat/shop';
import type { LoggedRound } from '../rates/units';
import type { SessionRow } from './log-db';

/** The round in which a buyer waits, or that a mark or a promise tells of. */
export interface OpenRound extends LoggedRound {
  readonly shop: ShopId;
  readonly fold: string;
  /** ms; of the first ask. See Message. */
  readonly uncertain?: number;
}

/** The last round of a session, the only one that can be open; none of a session that nobody waits in. */
export function openRoundOf(session: SessionRow): OpenRound[] {
  const { rounds, judgedAt: _, changesAt: __, lastAskAt: ___, waitsUntil, ...shared } = session;
  const last = rounds.at(-1);
  const ask = last?.asks[0];
  return waitsUntil === undefined || !last || !ask ? [] : [{ ...shared, ...last, id: ask.id, startAt: ask.at }];
}
