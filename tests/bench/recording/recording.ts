import { join } from 'node:path';
import { bundled } from '../../tools/bundled.ts';
import type { Bench, Figure, Stage } from '../figure.ts';
import { longRun } from '../long-run.ts';
import { measured } from '../measured.ts';
import { fixedPopup } from '../popup/with-fixed-popup.ts';
import type { BesideRaw } from './in-page.ts';

/** What recording costs beside the same rows put into the same database with nothing in between. */
export const recording: Bench = {
  about: 'recording a history, and one live message into a long log, against raw IndexedDB',
  async *run(stage: Stage): AsyncIterable<Figure> {
    const code = await bundled(join(import.meta.dirname, 'in-page.ts'));
    const history = await longRun<BesideRaw>(await stage.fresh(), `${code}.timeHistory(10000, 9)`);
    yield {
      figure: 'recording 10,000 messages of history, in batches of 500',
      took: measured(history.ours),
      floor: { what: 'the message rows put raw, in one transaction', took: measured(history.raw) },
      atMost: 2,
    };
    const long = await stage.long();
    // A browser gives little time to an extension none of whose pages is in front, least of all on a busy machine.
    const front = await long.page(fixedPopup);
    const live = await longRun<BesideRaw>(long, `${code}.timeLive(300)`);
    await front.close();
    yield {
      figure: `one live message, ${stage.messages.toLocaleString('en')} logged`,
      took: measured(live.ours),
      floor: { what: 'one raw put into that table', took: measured(live.raw) },
      by: 'p95',
      atMost: 3,
      words: `medians ${measured(live.ours).median.toFixed(1)} and ${measured(live.raw).median.toFixed(1)} ms`,
    };
  },
};
