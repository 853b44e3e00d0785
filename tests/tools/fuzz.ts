import { preparedOnce } from './prepare.ts';
import { run } from './run.ts';

/**
 * `npm run fuzz -- 1000000`: so many hostile inputs for every decoder, page reader and door, by a seed that is printed.
 * `--seed 7` says which, `--path 3:0:1` with it tries one input alone, as a failure names it; `--only feige` the tests
 * whose name holds that.
 */
const words = process.argv.slice(2);
const valueAfter = (name: string): string | undefined => {
  const at = words.indexOf(name);
  return at < 0 ? undefined : words[at + 1];
};
const named = ['--seed', '--path', '--only'];
const [count = '1000000', ...others] = words.filter(
  (word, i) => !named.includes(word) && !named.includes(words[i - 1] ?? ''),
);
const seed = valueAfter('--seed') ?? String(Date.now() % 2 ** 31);
if (others.length > 0 || !/^\d+$/.test(count) || !/^\d+$/.test(seed)) {
  console.error('npm run fuzz -- <how many> [--seed <number>] [--path <as a failure names it>] [--only <name>]');
  process.exit(2);
}
console.log(`${count} inputs, seed ${seed}`);
await preparedOnce();
const [only, path] = [valueAfter('--only'), valueAfter('--path')];
const what = ['run', '--project', 'unit', 'tests/unit/hostile/', ...(only === undefined ? [] : ['-t', only])];
const { ok } = await run('vitest', what, {
  limitSeconds: 6 * 3600,
  env: { LEKAS_FUZZ_INPUTS: count, LEKAS_FUZZ_SEED: seed, ...(path !== undefined && { LEKAS_FUZZ_PATH: path }) },
});
process.exitCode = ok ? 0 : 1;
