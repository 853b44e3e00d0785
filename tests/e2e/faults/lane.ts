import type { BrowserName } from '../browser.ts';
import { type Played, playSchedule } from './play-schedule.ts';
import type { Step } from './schedule.ts';
import { type Stage, stage } from './stage.ts';

/** A schedule with what names it: its seed. */
export interface Named {
  readonly name: string;
  readonly steps: readonly Step[];
}

export interface PlayedOne extends Played, Named {
  readonly browser: BrowserName;
  readonly seconds: number;
  /** Those that were played in the same browser before it. */
  readonly after: readonly string[];
}

/** So many are played in one browser: starting one takes as long as a schedule, and it should not grow old. */
const perStage = 10;

/** Plays schedules one after the other, and tells of each when it was played. After one that failed the browser is another. */
export async function playInTurn(
  browser: BrowserName,
  schedules: readonly Named[],
  tell: (played: PlayedOne) => void,
): Promise<void> {
  let current: Stage | undefined;
  let after: string[] = [];
  try {
    for (const { name, steps } of schedules) {
      const start = performance.now();
      // Once more: a busy machine may keep a browser from starting in time, and that is no schedule's fault.
      current ??= await stage(browser).catch(() => stage(browser));
      const played = await playSchedule(current, steps);
      tell({ ...played, browser, name, steps, after, seconds: (performance.now() - start) / 1000 });
      after = [...after, name];
      if (played.problem === null && after.length < perStage) continue;
      await current.close();
      [current, after] = [undefined, []];
    }
  } finally {
    await current?.close();
  }
}
