import { join } from 'node:path';
import { build } from '../../tools/build.ts';
import { bundled } from '../../tools/bundled.ts';
import type { BrowserName } from '../browser.ts';
import { playSchedule } from './play-schedule.ts';
import { inWords, scheduleOf } from './schedule.ts';

/**
 * `npm run faults -- 300`: so many random schedules of what goes wrong, each by a seed of its own that is printed; `--seed 7`
 * begins with that one, `--browser firefox` plays in the other browser. A schedule that failed is played again by
 * `npm run faults -- 1 --seed <its seed>`.
 */
const words = process.argv.slice(2);
const after = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
const count = Number(/^\d+$/.test(words[0] ?? '') ? words[0] : 20);
const first = Number(after('--seed') ?? Date.now() % 1_000_000);
const browser: BrowserName = after('--browser') === 'firefox' ? 'firefox' : 'chromium';
const { ok, output } = await build(browser === 'firefox' ? 'firefox' : 'chrome-e2e');
if (!ok) throw new Error(output);
const rebuild = await bundled(join(import.meta.dirname, 'rebuilt.ts'));

let [sent, logged] = [0, 0];
const failed: number[] = [];
for (let seed = first; seed < first + count; seed++) {
  const steps = scheduleOf(seed);
  const start = performance.now();
  try {
    const played = await playSchedule(browser, steps, rebuild);
    sent += played.sent;
    logged += played.logged;
    console.log(
      `${browser}, seed ${seed}: ok, ${played.sent} messages, all logged ${played.waitedMs.toFixed(0)} ms after the last opening (${((performance.now() - start) / 1000).toFixed(1)} s)`,
    );
  } catch (problem) {
    failed.push(seed);
    console.log(`${browser}, seed ${seed}: FAILED: ${inWords(steps)}`);
    console.log(problem instanceof Error ? problem.message : String(problem));
  }
}
console.log(
  `${count} schedules in ${browser}, ${failed.length} failed${failed.length > 0 ? ` (seeds ${failed.join(', ')})` : ''}; of those that did not: ${sent} messages sent, ${logged} logged`,
);
process.exit(failed.length > 0 ? 1 : 0);
