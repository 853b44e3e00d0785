import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { root, run } from './run.ts';

/**
 * `npm run rebuild`: makes the packages and the zip of the sources, unpacks the latter elsewhere as a reviewer does, installs,
 * makes the packages again, and compares them byte by byte. `-- --offline` installs from npm's own cache.
 */
const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, string>;
const packages = ['chrome', 'firefox'].map(browser => `${name}-${version}-${browser}.zip`);
const sources = `${name}-${version}-sources.zip`;

async function must(what: string, folder: string, command: string, args: readonly string[]): Promise<void> {
  const { ok, seconds, output } = await run(command, args, { quiet: true, cwd: folder });
  console.log(`${what}: ${ok ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
  if (ok) return;
  console.log(output.trimEnd());
  process.exit(1);
}

const elsewhere = await mkdtemp(join(tmpdir(), 'lekas-rebuild-'));
try {
  await must('npm run zip', root, 'npm', ['run', 'zip']);
  const unpacked = Object.entries(unzipSync(await readFile(join(root, '.output', sources))));
  for (const [path, content] of unpacked) {
    if (path.endsWith('/')) continue;
    await mkdir(dirname(join(elsewhere, path)), { recursive: true });
    await writeFile(join(elsewhere, path), content);
  }
  console.log(`${sources}: ${unpacked.length} files`);
  const tracked = new Set((await run('git', ['ls-files'], { quiet: true })).output.split('\n'));
  const others = unpacked.map(([path]) => path).filter(path => !path.endsWith('/') && !tracked.has(path));
  if (tracked.size > 1 && others.length > 0) {
    console.log(`not of the project, and would be given away: ${others.join(', ')}`);
    process.exitCode = 1;
  }
  await must('npm ci', elsewhere, 'npm', ['ci', '--no-audit', '--no-fund', ...process.argv.slice(2)]);
  await must('npm run zip, from the sources', elsewhere, 'npm', ['run', 'zip']);
  for (const path of packages) {
    const [first, second] = await Promise.all([root, elsewhere].map(folder => readFile(join(folder, '.output', path))));
    const isSame = first !== undefined && second !== undefined && first.equals(second);
    console.log(`${path}: ${first?.length} bytes, ${isSame ? 'the same, byte by byte' : 'NOT THE SAME'}`);
    if (!isSame) process.exitCode = 1;
  }
} finally {
  await rm(elsewhere, { recursive: true, force: true });
}
