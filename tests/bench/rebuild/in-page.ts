import { countAgain } from '@/lib/log/count-again';
import { LogDb } from '@/lib/log/log-db';
import { rulesFor } from '@/lib/rules/rules-for';
import { openRaw, rawCursor } from '../raw-db';

export interface Rebuilt {
  /** ms. */
  readonly ours: number;
  readonly raw: number;
  /** ms: the longest time in which nothing else had its turn. */
  readonly longestTask: number;
}

/** Folds, judges and tallies every conversation again, as after every rule changed; beside a raw cursor over the messages. */
export async function timeRebuild(turn: number): Promise<Rebuilt> {
  const db = new LogDb();
  const [row] = await db.shops.toArray();
  if (!row) throw new Error('the log is empty');
  const { rules, holidays } = rulesFor(row.shop);
  // Another gap is another fold for every rule: no round stays as it was, and every tally has another name.
  const changed = rules.map(rule => ({ ...rule, sessionGap: 604_800 + turn }));
  const watch = longestTask();
  const start = performance.now();
  const isDone = await countAgain(db, row.shop, { rules: changed, holidays, now: Date.now() });
  const ours = performance.now() - start;
  const longest = watch();
  if (!isDone) throw new Error('not counted again');
  db.close();
  const raw = await openRaw('lekas');
  const before = performance.now();
  await rawCursor(raw, 'messages', () => {});
  const took = performance.now() - before;
  raw.close();
  return { ours, raw: took, longestTask: longest };
}

/** Watches the thread; gives what says how long (ms) the longest task since then was. */
export function longestTask(): () => number {
  let longest = 0;
  const note = (list: readonly PerformanceEntry[]) => {
    for (const { duration } of list) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver(list => note(list.getEntries()));
  observer.observe({ entryTypes: ['longtask'] });
  return () => {
    note(observer.takeRecords());
    observer.disconnect();
    return longest;
  };
}
