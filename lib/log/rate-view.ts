import { bandsAround } from '../rates/bands-around';
import { localDayBefore } from '../rates/local-day';
import { outlookOf } from '../rates/outlook';
import { type Window, windowOf } from '../rates/window';
import type { PublishedRule } from '../rules/rule';
import { coverageOf } from './coverage';
import { judgedNext } from './judged-next';
import type { LogDb } from './log-db';
import { officialsOf } from './officials';
import type { RateView } from './overview';
import { firstDeadline, loggedRate, type RateArgs } from './rate-query';
import { waitingUnits } from './waiting-units';

export interface ViewArgs extends RateArgs {
  readonly rule: PublishedRule;
}

/** A rate and all that stands around it, over the rule's own window or one that was chosen. */
export async function rateView(db: LogDb, args: ViewArgs): Promise<RateView> {
  const { shop, rule, holidays, now } = args;
  const window = args.window ?? windowOf(rule, now);
  const { rate, counted, times, open } = await loggedRate(db, args);
  const waiting = await waitingUnits(db, args, open);
  const [official] = await officialsOf(db, shop, rule);
  const { from, to } = window;
  const { share, since } = await coverageOf(db, shop, from.start, Math.min(now, to.end));
  const before = await valueBefore(db, { ...args, window });
  return {
    rule,
    rate,
    ...outlookOf({ rule, counted, waiting, holidays, now }),
    // Judged over its own days, whichever are looked at.
    judgedNext: await judgedNext(db, { shop, rule, holidays, now }),
    trend: rate.value === null || before === null ? null : rate.value - before,
    coverage: share,
    watchedSince: since > from.start ? since : null,
    times,
    ...bandsAround(rule, counted, rate.value),
    firstDeadline: firstDeadline(open),
    official: official ?? null,
  };
}

/** The value of the same window as it ended seven days earlier. */
async function valueBefore(db: LogDb, args: ViewArgs & { readonly window: Window }): Promise<number | null> {
  const { rule, window } = args;
  const [from, to] = [window.from, window.to].map(({ start }) => localDayBefore(start, 7, rule.zone));
  return from && to ? (await loggedRate(db, { ...args, window: { from, to } })).rate.value : null;
}
