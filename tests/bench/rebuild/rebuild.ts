import { join } from 'node:path';
import { bundled } from '../../tools/bundled.ts';
import type { Bench, Figure, Stage } from '../figure.ts';
import { longRun } from '../long-run.ts';
import { measured, ms } from '../measured.ts';
import type { Rebuilt } from './in-page.ts';

/** Of a long log one run takes minutes: so many of them (messages) in all, and nine runs at most. */
const inAll = 100_000;

/** What it takes to make again all that is derived. */
export const rebuild: Bench = {
  about: 'folding, judging and tallying every conversation again',
  async *run(stage: Stage): AsyncIterable<Figure> {
    const browser = await stage.long();
    // A worker that woke would count again by the rules as they are.
    await browser.beside('(globalThis.browser ?? chrome).alarms.clearAll()');
    await browser.stopBackground();
    const code = await bundled(join(import.meta.dirname, 'in-page.ts'));
    const all: Rebuilt[] = [];
    const runs = Math.min(9, Math.max(1, Math.floor(inAll / stage.messages)));
    for (let run = 1; run <= runs; run++) {
      all.push(await longRun<Rebuilt>(browser, `${code}.timeRebuild(${run})`));
    }
    const longest = Math.max(...all.map(({ longestTask }) => longestTask));
    yield {
      figure: `rebuild, ${stage.messages.toLocaleString('en')} messages`,
      took: measured(all.map(({ ours }) => ours)),
      floor: { what: 'a raw cursor over the messages', took: measured(all.map(({ raw }) => raw)) },
      atMost: 3,
      words: `longest task ${ms(longest)} ms (at most 100 wanted)`,
    };
  },
};
