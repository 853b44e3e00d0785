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
  const { window: _, ...own } = args;
  const window = args.window ?? windowOf(rule, now);
  const { from, to } = window;
  // Read at once: a popup that waits for one after the other is seen to open late.
  const [{ rate, counted, times, open, waiting }, [official], { share, since }, before, next] = await Promise.all([
    rateAndWaiting(db, args),
    officialsOf(db, shop, rule),
    coverageOf(db, shop, from.start, Math.min(now, to.end)),
    valueBefore(db, { ...args, window }),
    // Judged over its own days, whichever are looked at.
    judgedNext(db, own),
  ]);
  return {
    rule,
    rate,
    ...outlookOf({ rule, counted, waiting, holidays, now }),
    judgedNext: next,
    trend: rate.value === null || before === null ? null : rate.value - before,
    coverage: share,
    watchedSince: since > from.start ? since : null,
    times,
    ...bandsAround(rule, counted, rate.value),
    firstDeadline: firstDeadline(open),
    official: official ?? null,
  };
}

async function rateAndWaiting(db: LogDb, args: ViewArgs) {
  const logged = await loggedRate(db, args);
  return { ...logged, waiting: await waitingUnits(db, args, logged.open) };
}

/** The value of the same window as it ended seven days earlier. */
async function valueBefore(db: LogDb, args: ViewArgs & { readonly window: Window }): Promise<number | null> {
  const { rule, window } = args;
  const [from, to] = [window.from, window.to].map(({ start }) => localDayBefore(start, 7, rule.zone));
  return from && to ? (await loggedRate(db, { ...args, window: { from, to } })).rate.value : null;
}
