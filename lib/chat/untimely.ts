/** Why a message's time cannot be: none of these marketplaces had a chat before 2015, and nothing was sent after now. */
export type Untimely = 'ahead' | 'before-2015';

/** A day ahead is our own clock, which is wrong; more is no time at all. */
const aheadMs = 86_400_000;

/** What is wrong with the time `at` (ms) of something seen at `now` (ms); `null` where nothing is. */
export function untimely(at: number, now: number): Untimely | null {
  if (at > now + aheadMs) return 'ahead';
  return at < Date.UTC(2015, 0, 1) ? 'before-2015' : null;
}
