import { describe, expect, it } from 'vitest';
import type { BrowserName } from './browser.ts';
import { failedBefore } from './faults/failed-before.ts';
import { type Named, type PlayedOne, playInTurn } from './faults/lane.ts';
import { fromWords, scheduleOf } from './faults/schedule.ts';
import { summed, told } from './faults/tally.ts';
import { browsers } from './scene.ts';

/** Twenty in all. Firefox takes longer over each, and both should be done at the same time. */
const count = { chromium: 12, firefox: 8 } satisfies Record<BrowserName, number>;
/** What is said in one: half as much as in those on demand, for they are played in every run. */
const length = 10;
/** The same in every run, so that what fails is new; `npm run faults` plays others. */
const first = 507_700;

const again: readonly Named[] = failedBefore.map((words, i) => ({
  name: `once failed, ${i}`,
  steps: fromWords(words),
}));

describe('whatever goes wrong, the log is what was sent, and rounds, tallies and badge are what it gives', () => {
  it.concurrent.each(browsers)(
    'in %s',
    async browser => {
      const from = browser === 'chromium' ? first : first + count.chromium;
      const random = Array.from({ length: count[browser] - again.length }, (_, i) => ({
        name: `seed ${from + i}, length ${length}`,
        steps: scheduleOf(from + i, length),
      }));
      const all: PlayedOne[] = [];
      await playInTurn(browser, [...again, ...random], played => all.push(played));
      console.log(`${browser}: ${summed(all)}; seeds from ${from}`);
      expect(all).toHaveLength(count[browser]);
      const failed = all.filter(({ problem }) => problem !== null);
      expect(failed.map(told).join('\n')).toBe('');
    },
    240_000,
  );
});
