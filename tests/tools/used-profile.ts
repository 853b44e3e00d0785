import { cp, mkdir, mkdtemp, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { endWithMe } from './end-with-me.ts';
import { root } from './run.ts';

const kept = join(root, '.output/firefox-profiles');
/**
 * What belongs to the process that made it, or is large and of no use. Preferences that were there before puppeteer starts a
 * browser are put back by it when that ends: under which address an extension was, and with it all it has stored, would be
 * forgotten at a restart.
 */
const left: readonly string[] = ['lock', '.parentlock', 'cache2', 'prefs.js', 'user.js'];

/**
 * Fills an empty folder with the profile of a Firefox that was started once and did nothing: what it sets up at its first
 * start takes as long as all the rest. It is made once for each version of the browser.
 */
export async function fillWithUsedProfile(folder: string, executable: string): Promise<void> {
  const { mtimeMs, size } = await stat(await realpath(executable));
  const used = join(kept, `${size}-${Math.round(mtimeMs)}`);
  if (!(await isThere(used))) await makeUsed(used, executable);
  await cp(used, folder, { recursive: true, filter: path => !left.includes(basename(path)) });
}

async function makeUsed(used: string, executable: string): Promise<void> {
  await mkdir(kept, { recursive: true });
  const making = await mkdtemp(join(kept, 'making-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless: true,
    userDataDir: making,
  });
  const pid = browser.process()?.pid;
  const end = pid === undefined ? async () => {} : endWithMe(pid);
  await browser.close();
  await end();
  // Another run may have been quicker.
  await rename(making, used).catch(() => rm(making, { recursive: true, force: true }));
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
