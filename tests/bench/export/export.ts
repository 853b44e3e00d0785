import { join } from 'node:path';
import { bundled } from '../../tools/bundled.ts';
import type { Bench, Figure, Stage } from '../figure.ts';
import { longRun } from '../long-run.ts';
import { measured } from '../measured.ts';
import type { Exported } from './in-page.ts';

/** Messages in all runs together, of which a raw cursor alone takes minutes; nine runs at most. */
const inAll = 300_000;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

/** What it takes to write out everything. */
export const exporting: Bench = {
  about: 'exporting everything',
  async *run(stage: Stage): AsyncIterable<Figure> {
    const browser = await stage.long();
    const code = await bundled(join(import.meta.dirname, 'in-page.ts'));
    const all: Exported[] = [];
    const runs = Math.min(9, Math.max(1, Math.floor(inAll / stage.messages)));
    for (let run = 0; run < runs; run++) all.push(await longRun<Exported>(browser, `${code}.timeExport()`));
    const most = (pick: (one: Exported) => number) => megabytes(Math.max(...all.map(pick)));
    yield {
      figure: `export, ${stage.messages.toLocaleString('en')} messages`,
      took: measured(all.map(({ ours }) => ours)),
      floor: { what: 'a raw cursor over the messages', took: measured(all.map(({ raw }) => raw)) },
      atMost: 2,
      words:
        `${megabytes(all[0]?.characters ?? 0)} of text; heap in the first tenth at most ` +
        `${most(({ heapAtFirst }) => heapAtFirst)}, in the last ${most(({ heapAtLast }) => heapAtLast)}`,
    };
  },
};
