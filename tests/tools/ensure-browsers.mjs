import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, isProgram } from './find-browser.mjs';

const packages = { chromium: 'chromium', firefox: 'firefox-esr' };

// Small, and enough for every language the product speaks: Latin with Vietnamese marks, and Chinese (1.6 MB; Noto's
// Chinese fonts are 57 MB). Without them a picture of the popup shows boxes.
const fonts = ['fonts-liberation', 'fonts-wqy-microhei'];

/**
 * Finds both browsers, and installs what is missing where that is allowed: as root on Debian and its relatives.
 *
 * @returns {string | undefined} what a person has to do, if anything
 */
export function ensureBrowsers() {
  for (const variable of ['LEKAS_CHROMIUM', 'LEKAS_FIREFOX']) {
    const path = process.env[variable];
    if (path && !isProgram(path)) return `${variable} names no program: ${path}`;
  }
  const missing = missingBrowsers();
  const wanted = [...missing.map(name => packages[name]), ...(hasChineseFont() ? [] : fonts)];
  if (wanted.length === 0) return undefined;
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  const failure = mayInstall ? installFailure(wanted) : undefined;

  const still = missingBrowsers();
  // Fonts alone are a matter of looks: nothing fails for want of them.
  if (still.length === 0) return undefined;
  if (failure !== undefined) console.error(failure);
  return `${still.join(' and ')} not found: install ${still.map(name => packages[name]).join(' and ')} (Debian: \`apt-get install ${wanted.join(' ')}\`), or point LEKAS_CHROMIUM and LEKAS_FIREFOX at the programs.`;
}

function missingBrowsers() {
  return ['chromium', 'firefox'].filter(name => findBrowser(name) === undefined);
}

function hasChineseFont() {
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  // Systems without fontconfig bring their own fonts.
  if (list.error !== undefined) return findBrowser('chromium') !== undefined;
  return list.stdout.trim() !== '';
}

function installFailure(names) {
  console.log(`installing ${names.join(', ')} (apt-get) …`);
  const options = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=60', '-o', 'DPkg::Lock::Timeout=120'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...names],
  ];
  for (const step of steps) {
    const result = spawnSync('apt-get', [...options, ...step], { env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    if (result.status !== 0) return [result.stdout, result.stderr, result.error?.message].filter(Boolean).join('\n');
  }
  return undefined;
}
