import type { Waiting } from '../rates/outlook';
import type { JudgedUnit } from '../rates/rate-of-units';
import { unitsOf } from '../rates/units';
import { verdictOn } from '../rates/verdict';
import { isWithin, windowOf } from '../rates/window';
import { versionsOf } from '../rules/versions-of';
import { foldOf } from './fold-conversation';
import type { LogDb } from './log-db';
import type { RateArgs } from './rate-query';
import { openSessions } from './waiting-query';

/**
 * The pending units of a window whose answer is still to come. Under a deadline they are among the open ones; where only
 * an answer ends the waiting, they are those whose session is not over: an older one is pending for ever.
 */
export async function waitingUnits(db: LogDb, args: RateArgs, open: readonly JudgedUnit[]): Promise<Waiting[]> {
  const { shop, rule, holidays, now } = args;
  const isPending = ({ unit, version }: Waiting) => verdictOn(unit, version, now, holidays).is === 'pending';
  if (rule.measure === 'share' || rule.unansweredCountsAs !== undefined) return open.filter(isPending);
  const window = args.window ?? windowOf(rule, now);
  const found: Waiting[] = [];
  for (const version of versionsOf(rule)) {
    const sessions = await openSessions(db, shop, [foldOf(version)], now);
    found.push(...unitsOf(sessions, version).map(unit => ({ unit, version })));
  }
  return found.filter(one => isWithin(window, one.unit.start) && isPending(one));
}
