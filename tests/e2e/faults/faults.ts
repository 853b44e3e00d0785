import { build } from '../../tools/build.ts';
import type { BrowserName } from '../browser.ts';
import { browsers } from '../scene.ts';
import { type Named, type PlayedOne, playInTurn } from './lane.ts';
import { fromWords, scheduleOf } from './schedule.ts';
import { summed, told } from './tally.ts';

/**
 * `npm run faults -- 300`: so many random schedules of what goes wrong, each by a seed of its own that is printed, half of them
 * in each browser, two browsers at a time; `--at-once 4`: four. `--seed 7` begins with that one, `--browser firefox` plays in that
 * browser alone, `--play '0 asks · [worker-killed]'` plays this schedule. One that failed says how it is played again.
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
const atOnce = Number(after('--at-once') ?? 2);
const share = Math.ceil(count / atOnce);
const lanes = Array.from({ length: atOnce }, (_, i): readonly [BrowserName, readonly Named[]] => [
  asked ?? (i % 2 === 0 ? 'chromium' : 'firefox'),
  schedules.slice(i * share, (i + 1) * share),
]);

for (const target of ['chrome-e2e', 'firefox'] as const) {
  const { ok, output } = await build(target);
  if (!ok) throw new Error(output);
}
const start = performance.now();
const all: PlayedOne[] = [];
// Broken off, it still says what was played.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, sumUp);
await Promise.all(
  lanes.map(([browser, some]) =>
    playInTurn(browser, some, played => {
      all.push(played);
      console.log(told(played));
    }),
  ),
);
sumUp();

/** Says what all of them came to, and ends. */
function sumUp(): never {
  for (const browser of browsers) console.log(`${browser}: ${summed(all.filter(one => one.browser === browser))}`);
  const seconds = (performance.now() - start) / 1000 / Math.max(1, all.length);
  console.log(`${summed(all)}; asked for ${count}, seeds from ${first}; ${seconds.toFixed(1)} s for each`);
  process.exit(all.length < count || all.some(({ problem }) => problem !== null) ? 1 : 0);
}
