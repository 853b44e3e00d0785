import { build } from '../../tools/build.ts';
import type { BrowserName } from '../browser.ts';
import { browsers } from '../scene.ts';
import { type Named, type PlayedOne, playInTurn } from './lane.ts';
import { fromWords, scheduleOf } from './schedule.ts';
import { summed, told } from './tally.ts';

/**
 * `npm run faults -- 300`: so many random schedules of what goes wrong, each by a seed of its own that is printed, half of them
 * in each browser, two browsers at a time. `--seed 7` begins with that one, `--browser firefox` plays in that browser alone,
 * `--play '0 asks · [worker-killed]'` plays this schedule. One that failed says how it is played again.
 */
const words = process.argv.slice(2);
const after = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const asked = browsers.find(name => name === after('--browser'));
const first = Number(after('--seed') ?? Date.now() % 1_000_000);
const play = after('--play');
const count = play === undefined ? Number(/^\d+$/.test(words[0] ?? '') ? words[0] : 20) : 1;
const schedules: Named[] = Array.from({ length: count }, (_, i) => ({
  name: play === undefined ? `seed ${first + i}` : 'as told',
  steps: play === undefined ? scheduleOf(first + i) : fromWords(play),
}));
const half = Math.ceil(count / 2);
const lanes: readonly (readonly [BrowserName, readonly Named[]])[] = asked
  ? [
      [asked, schedules.slice(0, half)],
      [asked, schedules.slice(half)],
    ]
  : [
      ['chromium', schedules.slice(0, half)],
      ['firefox', schedules.slice(half)],
    ];

for (const target of ['chrome-e2e', 'firefox'] as const) {
  const { ok, output } = await build(target);
  if (!ok) throw new Error(output);
}
const start = performance.now();
const all: PlayedOne[] = [];
await Promise.all(
  lanes.map(([browser, some]) =>
    playInTurn(browser, some, played => {
      all.push(played);
      console.log(told(played));
    }),
  ),
);
const perSchedule = (performance.now() - start) / 1000 / count;
for (const browser of browsers) console.log(`${browser}: ${summed(all.filter(one => one.browser === browser))}`);
console.log(`${summed(all)}; seeds ${first} to ${first + count - 1}, ${perSchedule.toFixed(1)} s for each`);
process.exit(all.some(({ problem }) => problem !== null) ? 1 : 0);
