import Dexie from 'dexie';
import type { ShopId } from '../chat/shop';
import type { Rate } from '../rates/rate';
import { type JudgedUnit, rateOfUnits } from '../rates/rate-of-units';
import type { Holidays } from '../rates/verdict';
import { type Window, windowOf } from '../rates/window';
import type { ReadingOf } from '../rules/readings-of';
import { type Coverage, coverageOf } from './coverage';
import { foldConversation, waitingFold } from './fold-conversation';
import { judgeSessions } from './judge-sessions';
import type { LogDb, OfficialRow } from './log-db';
import { type CountedRule, countedRules } from './rule-key';

/** What a reading gives where the platform gave a figure. */
export interface Calibrated extends ReadingOf {
  readonly rate: Rate;
  /** Ours less the platform's; `null` where nothing counts. */
  readonly difference: number | null;
  /** The platform's figure could be ours, rounded as it was shown. */
  readonly reproduces: boolean;
}

export interface Calibration {
  /** What reproduces the figure first, then by how near it comes. */
  readonly ranked: readonly Calibrated[];
  /** How much of the longest window was watched: of what was not seen, no reading tells. */
  readonly coverage: Coverage;
}

interface CalibrateArgs {
  readonly shop: ShopId;
  readonly official: Pick<OfficialRow, 'value' | 'at' | 'within' | 'days'>;
  readonly readings: readonly ReadingOf[];
  readonly holidays: Holidays;
  readonly signal?: AbortSignal;
}

interface Candidate extends ReadingOf {
  readonly versions: readonly CountedRule[];
  readonly window: Window;
  readonly units: JudgedUnit[];
}

/**
 * Which readings of a rule reproduce a figure that the platform gave: each is counted from the messages as of the figure's
 * moment, over the figure's days where they are known, else over its own. In chunks; `null` where it was called off.
 */
export async function calibrate(db: LogDb, args: CalibrateArgs): Promise<Calibration | null> {
  const { shop, official, readings, holidays, signal } = args;
  const { at, days } = official;
  const candidates = readings.map(({ rule: read, ...reading }): Candidate => {
    const rule = days === undefined ? read : { ...read, window: { ...read.window, days } };
    const versions = countedRules({ rules: [rule], holidays });
    return { ...reading, rule, versions, window: windowOf(rule, at), units: [] };
  });
  const from = Math.min(at, ...candidates.map(({ window }) => window.from.start));
  const names = await conversationsSince(db, shop, from);
  for (let done = 0; done < names.length; done += chunk) {
    if (signal?.aborted) return null;
    await judgeAll(db, shop, names.slice(done, done + chunk), candidates, at);
  }
  const ranked = candidates.map(({ versions: _, window: __, units, ...reading }) => {
    const rate = rateOfUnits(units, reading.rule);
    const difference = rate.value === null ? null : rate.value - official.value;
    const reproduces = difference !== null && Math.abs(difference) <= official.within + tiny;
    return { ...reading, rate, difference, reproduces };
  });
  return { ranked: ranked.sort(nearestFirst), coverage: await coverageOf(db, shop, from, at) };
}

/** Conversations read at once. */
const chunk = 50;

// 0.925 less 0.005 is a hair more than 0.92.
const tiny = 1e-9;

function nearestFirst(a: Calibrated, b: Calibrated): number {
  if (a.reproduces !== b.reproduces) return a.reproduces ? -1 : 1;
  const [far, near] = [a, b].map(({ difference }) => (difference === null ? Number.MAX_VALUE : Math.abs(difference)));
  // Of two as near the one in use: there is no reason to change.
  return (far ?? 0) - (near ?? 0) || Number(b.inUse) - Number(a.inUse);
}

/** The conversations in which a buyer wrote since `from` (ms). */
async function conversationsSince(db: LogDb, shop: ShopId, from: number): Promise<string[]> {
  const keys = await db.sessions
    .where('[shop+fold+lastAskAt]')
    .between([shop, waitingFold, from], [shop, waitingFold, Dexie.maxKey])
    .primaryKeys();
  return [...new Set(keys.map(([, conversation]) => conversation))];
}

async function judgeAll(
  db: LogDb,
  shop: ShopId,
  names: readonly string[],
  candidates: readonly Candidate[],
  at: number,
): Promise<void> {
  const rows = await db.conversations.bulkGet(names.map((name): [ShopId, string] => [shop, name]));
  const threads = await Promise.all(
    names.map(name =>
      db.messages.where('[shop+conversation+id]').between([shop, name], [shop, name, Dexie.maxKey]).toArray(),
    ),
  );
  const counted = candidates.flatMap(({ versions }) => versions);
  threads.forEach((messages, index) => {
    const { blockedByHand, blocked = false, setAside } = rows[index] ?? {};
    const marks = { blocked: blockedByHand ?? blocked, byHand: setAside !== undefined };
    const known = messages.filter(({ sentAt }) => sentAt <= at);
    const sessions = foldConversation(known, { counted, ...marks, judgedAt: at });
    for (const { versions, window, units } of candidates) units.push(...judgeSessions(sessions, versions, window, at));
  });
}
