import { type BandsAround, bandsAround } from '../rates/bands-around';
import { localDayBefore } from '../rates/local-day';
import { nextJudgement } from '../rates/next-judgement';
import { outlookOf } from '../rates/outlook';
import type { Rate } from '../rates/rate';
import { windowOf } from '../rates/window';
import type { PublishedRule } from '../rules/rule';
import type { LogDb } from './log-db';
import { loggedRate, type RateArgs } from './rate-query';
import { waitingUnits } from './waiting-units';

/** A rate as it would be judged next, by what is known now. Times are ms since the epoch. */
export interface JudgedNext extends BandsAround {
  readonly at: number;
  /** The window's first instant; it ends where it is judged. */
  readonly from: number;
  readonly rate: Rate;
  /** If all who wait are answered in time, and if none is until then: who may still wait at that moment counts for neither. */
  readonly ifAllAnswered: number | null;
  readonly ifNoneAnswered: number | null;
  /** What counts in the figure of today and will be too old by then. */
  readonly agesOut: Rate;
  /** Whether the shop has as many chats as it takes to be judged at all, so far. */
  readonly enoughChats: boolean;
}

/** `null` where the rule is not judged on a weekday. For what "trailing days" are taken to be, see `nextJudgement`. */
export async function judgedNext(
  db: LogDb,
  args: RateArgs & { readonly rule: PublishedRule },
): Promise<JudgedNext | null> {
  const { rule, holidays, now } = args;
  const next = nextJudgement(rule, now);
  if (!next) return null;
  const { at, window } = next;
  const then = { ...args, window };
  const [{ rate, counted, open }, agesOut, enoughChats] = await Promise.all([
    loggedRate(db, then),
    ageingOut(db, args, window.from.start),
    hasEnoughChats(db, args),
  ]);
  const waiting = await waitingUnits(db, then, open);
  const { ifAllAnswered, ifNoneAnswered } = outlookOf({ rule, counted, waiting, holidays, now, until: at });
  return {
    at,
    from: window.from.start,
    rate,
    ifAllAnswered,
    ifNoneAnswered,
    ...bandsAround(rule, counted, rate.value),
    agesOut,
    enoughChats,
  };
}

/** The days that are in today's window and before the one judged; none of them where that begins no later. */
async function ageingOut(db: LogDb, args: RateArgs, from: number): Promise<Rate> {
  const { rule, now } = args;
  const window = { from: windowOf(rule, now).from, to: localDayBefore(from, 1, rule.zone) };
  return (await loggedRate(db, { ...args, window })).rate;
}

async function hasEnoughChats(db: LogDb, args: RateArgs & { readonly rule: PublishedRule }): Promise<boolean> {
  const moreThan = args.rule.judged?.moreThanChatsIn30Days;
  if (moreThan === undefined) return true;
  const rule = { ...args.rule, window: { days: 30 } };
  const { counted, pending } = (await loggedRate(db, { ...args, rule })).rate;
  return counted + pending > moreThan;
}
