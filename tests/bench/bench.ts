import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserName } from '../e2e/browser.ts';
import { build, targets } from '../tools/build.ts';
import { root } from '../tools/run.ts';
import { coldStart } from './cold-start/cold-start.ts';
import { exporting } from './export/export.ts';
import { type Bench, type Figure, ratioOf } from './figure.ts';
import { frameToBadge } from './frame-to-badge/frame-to-badge.ts';
import { heap } from './heap/heap.ts';
import { page } from './page/page.ts';
import { popup } from './popup/popup.ts';
import { withFixedPopup } from './popup/with-fixed-popup.ts';
import { rates } from './rates/rates.ts';
import { rebuild } from './rebuild/rebuild.ts';
import { recording } from './recording/recording.ts';
import { sizes } from './sizes/sizes.ts';
import { openStage } from './stage.ts';
import { saidOf, tableOf } from './table.ts';

/**
 * `npm run bench`: what things cost, in a real browser, each beside a floor measured in the same run; a line of JSON for
 * each, and all of them as a table. `-- popup sizes` takes some of them, `-- firefox` the other browser, `-- 100000` a log of
 * so many messages where a long one is wanted (a million otherwise, and minutes to fill it).
 */
const benches: Readonly<Record<string, Bench>> = {
  sizes,
  popup,
  'cold-start': coldStart,
  'frame-to-badge': frameToBadge,
  recording,
  page,
  export: exporting,
  rebuild,
  heap,
  rates,
};

const asked = process.argv.slice(2);
const unknown = asked.filter(word => word !== 'firefox' && !(word in benches) && !/^\d+$/.test(word));
if (unknown.length > 0) {
  console.error(
    `no such measurement: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}, firefox, and a count of messages`,
  );
  process.exit(2);
}
const name: BrowserName = asked.includes('firefox') ? 'firefox' : 'chromium';
const messages = Number(asked.find(word => /^\d+$/.test(word)) ?? 1_000_000);
const target = name === 'firefox' ? 'firefox' : 'chrome-e2e';
const { ok, output } = await build(target);
if (!ok) throw new Error(output);
const extensionDir = await withFixedPopup(join(root, targets[target].folder));
const stage = await openStage(name, { messages, extensionDir });
const figures: Figure[] = [];
const chosen = Object.entries(benches).filter(([key]) => !asked.some(word => word in benches) || asked.includes(key));
let failed = false;
for (const [key, bench] of chosen) {
  console.log(`\n${key} (${name}): ${bench.about}`);
  try {
    for await (const figure of bench.run(stage)) {
      figures.push(figure);
      console.log(saidOf(figure));
      console.log(JSON.stringify({ bench: key, browser: name, ...figure, ratio: ratioOf(figure) }));
    }
  } catch (problem) {
    // The others are worth as much without it.
    failed = true;
    console.error(`${key} could not be measured`, problem);
  }
  await stage.closeFresh();
}
console.log(`\n${tableOf(figures)}`);
await stage.close();
await rm(extensionDir, { recursive: true });
process.exit(failed ? 1 : 0);
