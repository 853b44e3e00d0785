import { build } from './build.ts';
import { run } from './run.ts';

/** Plays two hours of a busy shop in both browsers: `npm run busy`. Every test run plays their first minutes. */
for (const target of ['chrome-e2e', 'firefox'] as const) {
  const { ok, output } = await build(target);
  if (!ok) throw new Error(output);
}
const what = ['run', '--project', 'e2e', 'tests/e2e/busy-shop.e2e.ts'];
const { ok } = await run('vitest', what, { env: { LEKAS_BUSY: '1' }, limitSeconds: 1200 });
process.exitCode = ok ? 0 : 1;
