import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Outcome, root, run } from './run.ts';

/** What can be built; `folder` is where it stands afterwards. */
export const targets = {
  chrome: { folder: '.output/chrome-mv3', args: [], env: {} },
  // The same with the hosts among those asked for at installation: no test can grant them in Chromium.
  'chrome-e2e': { folder: '.output/e2e/chrome-mv3', args: [], env: { LEKAS_E2E: '1' } },
  firefox: { folder: '.output/firefox-mv3', args: ['-b', 'firefox', '--mv3'], env: {} },
} satisfies Record<string, { folder: string; args: readonly string[]; env: Readonly<Record<string, string>> }>;

export type Target = keyof typeof targets;

const sources = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Builds the extension for one target, unless the last build was made from the same sources. */
export async function build(target: Target): Promise<Outcome> {
  const { folder, args, env } = targets[target];
  const stamp = join(root, '.output/.built', target);
  const wanted = await fingerprint();
  if ((await textOf(stamp)) === wanted && (await textOf(join(root, folder, 'manifest.json'))) !== undefined) {
    return { ok: true, seconds: 0, output: '' };
  }
  // A build that breaks off must not look like one that succeeded earlier.
  await rm(stamp, { force: true });
  const outcome = await run('wxt', ['build', ...args], { env, quiet: true, limitSeconds: 180 });
  const complaint = await backgroundComplaint();
  if (!outcome.ok || complaint !== undefined) {
    return { ...outcome, ok: false, output: `${outcome.output}${complaint ?? ''}` };
  }
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, wanted);
  return outcome;
}

/** Events that wake the background are lost if its `main` is async; WXT says so only in a console at run time. */
async function backgroundComplaint(): Promise<string | undefined> {
  const source = (await textOf(join(root, 'entrypoints/background.ts'))) ?? '';
  const isAsync = /defineBackground\(\s*async\b|\bmain\s*:\s*async\b|\basync\s+main\s*\(/.test(source);
  return isAsync ? 'entrypoints/background.ts: main must not be async, or the event that woke it is lost\n' : undefined;
}

/** Changes with every file that goes into a build. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) for (const path of await filesIn(source)) hash.update(`${path} ${await age(path)}\n`);
  return hash.digest('hex');
}

async function filesIn(source: string): Promise<string[]> {
  const entries = await readdir(join(root, source), { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [join(root, source)];
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

async function age(path: string): Promise<string> {
  const { mtimeMs, size } = await stat(path).catch(() => ({ mtimeMs: 0, size: 0 }));
  return `${mtimeMs} ${size}`;
}

function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
