import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { bundled } from '../../tools/bundled.ts';
import type { Bench, Figure, Stage } from '../figure.ts';
import { longRun } from '../long-run.ts';
import { measured, ms } from '../measured.ts';
import type { RateTimes } from './in-page.ts';

const sizes = [10_000, 100_000, 1_000_000];

/** A rate of 30 days from the tallies against the reference over the same log, and how both grow with the log. */
export const rates: Bench = {
  about: 'the 12-hour rate of 30 days: from the tallies, against `rateOf` over every message of the same log',
  async *run(stage: Stage): AsyncIterable<Figure> {
    const browser = await stage.fresh();
    const code = await bundled(join(import.meta.dirname, 'in-page.ts'));
    let before: number | undefined;
    for (const messages of sizes) {
      const call = `timeRates(${messages}, { tallied: 101, reference: 9 })`;
      const { tallied, reference, readMs, rates: both } = await longRun<RateTimes>(browser, `${code}.${call}`);
      if (!isDeepStrictEqual(both[0], both[1])) throw new Error(`two rates of one log: ${JSON.stringify(both)}`);
      const [ours, theirs] = [measured(tallied), measured(reference)];
      yield {
        figure: `rate from tallies, ${messages.toLocaleString('en')} messages`,
        took: ours,
        floor: { what: '`rateOf` over all messages', took: theirs },
        words:
          `after ${ms(readMs)} ms of reading: ` +
          `${(theirs.median / ours.median).toFixed(0)} times as long` +
          (before === undefined ? '' : `; ${(ours.median / before).toFixed(2)} times what the smallest log takes`),
      };
      before ??= ours.median;
    }
  },
};
