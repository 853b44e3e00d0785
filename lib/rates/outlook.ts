import type { Rate } from './rate';

/** What would change a share: all `null` where the rule measures something else or nothing counts yet. */
export interface Outlook {
  /** The share if all who wait are answered in time, and if none is. */
  readonly ifAllAnswered: number | null;
  readonly ifNoneAnswered: number | null;
  /** How many more may be missed before the target is lost; `null` when it is lost already. */
  readonly missesLeft: number | null;
  /** How many answers in time regain the target; `null` while it is held, or where no number of them does. */
  readonly answersToRegain: number | null;
}

/**
 * @param robotSettled how many of the pending units a robot has answered under a rule that then excludes them: left
 * unanswered they do not count as missed.
 */
export function outlookOf(rate: Rate, target: number, robotSettled: number): Outlook {
  const { counted, onTime, pending } = rate;
  const share = (good: number, all: number) => (all === 0 ? null : good / all);
  const reaches = (good: number, all: number) => good >= target * all;
  const held = reaches(onTime, counted);
  return {
    ifAllAnswered: share(onTime + pending, counted + pending),
    ifNoneAnswered: share(onTime, counted + pending - robotSettled),
    missesLeft: counted === 0 || !held || target <= 0 ? null : Math.floor(onTime / target + tiny) - counted,
    answersToRegain:
      counted === 0 || held || target >= 1 ? null : Math.ceil((target * counted - onTime) / (1 - target) - tiny),
  };
}

/**
 * How many more may be missed until the share (its value unrounded) falls out of the band that begins at `from`; with
 * `above`, `from` itself belongs to the band below. `null` where nothing counts or no number of misses does it.
 */
export function missesUntilBelow({ counted, onTime }: Rate, { from, above }: Edge): number | null {
  if (counted === 0 || from <= 0) return null;
  const spare = onTime / from - counted;
  return above ? Math.max(0, Math.ceil(spare - tiny)) : Math.max(0, Math.floor(spare + tiny) + 1);
}

interface Edge {
  readonly from: number;
  readonly above?: true;
}

// 17 / 0.85 is 20 and must not become 19 because of how 0.85 is stored.
const tiny = 1e-9;
