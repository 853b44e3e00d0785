import { build } from './build.ts';
import { run } from './run.ts';

/** Plays in full what shows that reminders come and Lekas sees, in both browsers: `npm run watchful`, about a quarter of an hour. */
for (const target of ['chrome-e2e', 'firefox'] as const) {
  const { ok, output } = await build(target);
  if (!ok) throw new Error(output);
}
const specs = ['health-states', 'reminders-exact', 'clock-set', 'busy-shop'].map(name => `tests/e2e/${name}.e2e.ts`);
const what = ['run', '--project', 'e2e', ...specs];
const { ok } = await run('vitest', what, { env: { LEKAS_IN_FULL: '1' }, limitSeconds: 1800 });
process.exitCode = ok ? 0 : 1;
