import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Target, targets } from './build.ts';
import { prepare } from './prepare.ts';
import { type Outcome, run } from './run.ts';
import { inWords, nothing, oneCheck, sum, type Tally, tallyOf } from './tally.ts';

/** What can be tested: all of it but `long` by `npm test`, in this order, or a part of it: `npm test -- unit`. */
const parts = { types, lint, unit, zones, e2e, long } satisfies Record<string, () => Promise<Tally>>;
type Part = keyof typeof parts;
const usual: readonly Part[] = ['types', 'lint', 'unit', 'zones', 'e2e'];

async function types(): Promise<Tally> {
  return step('types', async () => {
    const prepared = await prepare();
    return prepared.ok ? run('tsc', ['--noEmit']) : prepared;
  });
}

async function lint(): Promise<Tally> {
  return step('lint', () => run('biome', ['check', '--error-on-warnings']));
}

/** In Greenwich, so that it is the same test on every computer. */
async function unit(): Promise<Tally> {
  return vitest(['unit'], 900, { folders: [], zone: 'UTC' });
}

/** The arithmetic once more on a computer elsewhere: a rule's day is its market's, wherever the host stands. */
async function zones(): Promise<Tally> {
  return vitest(['unit'], 600, { folders: ['tests/golden', 'tests/unit/rates'], zone: 'America/New_York' });
}

async function e2e(): Promise<Tally> {
  return inBrowsers(['e2e', 'reminders'], 2400);
}

/** What takes many minutes in a browser. */
async function long(): Promise<Tally> {
  return inBrowsers(['long'], 3600);
}

async function inBrowsers(projects: readonly string[], limitSeconds: number): Promise<Tally> {
  const builds: Tally[] = [];
  for (const target of Object.keys(targets) as Target[]) {
    builds.push(await step(`build ${target}`, () => build(target)));
  }
  if (sum(builds).failed > 0) {
    console.log(`\nleft out, for want of something to open in a browser: ${projects.join(', ')}`);
    return sum(builds);
  }
  return sum([...builds, await vitest(projects, limitSeconds)]);
}

/** One check: its heading, its output, its seconds. */
async function step(name: string, work: () => Promise<Outcome>): Promise<Tally> {
  console.log(`\n── ${name}`);
  const { ok, seconds, output } = await work();
  if (!ok && output !== '') console.log(output.trimEnd());
  console.log(`${ok ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
  return oneCheck(ok);
}

interface Narrowed {
  readonly folders: readonly string[];
  /** The host's time zone. */
  readonly zone: string;
}

/** Some of vitest's projects, or a part of one elsewhere; their tests are counted one by one. */
async function vitest(projects: readonly string[], limitSeconds: number, part?: Narrowed): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'lekas-tests-'));
  const report = join(folder, 'report.json');
  let tally = nothing;
  const name = projects.join(', ');
  await step(part ? `${name} in ${part.zone}` : name, async () => {
    const prepared = await prepare();
    if (!prepared.ok) return prepared;
    const secondTries = `--reporter=${join(import.meta.dirname, 'second-tries.ts')}`;
    const reporters = ['--reporter=default', '--reporter=json', secondTries, `--outputFile.json=${report}`];
    const what = [
      'run',
      ...projects.flatMap(project => ['--project', project]),
      ...(part?.folders ?? []),
      ...reporters,
    ];
    return run('vitest', what, { limitSeconds, ...(part && { env: { TZ: part.zone } }) });
  }).then(async checked => {
    tally = await tallyOf(report, checked.failed === 0);
  });
  await rm(folder, { recursive: true, force: true });
  return tally;
}

const asked = process.argv.slice(2);
const unknown = asked.filter(name => !(name in parts));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
const chosen = asked.length > 0 ? (asked as Part[]) : usual;
const tallies: Tally[] = [];
for (const part of chosen) tallies.push(await parts[part]());
const total = sum(tallies);
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
