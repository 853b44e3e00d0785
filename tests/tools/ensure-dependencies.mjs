import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const oldestNode = 22;

/** Where the dependencies' commands are. */
export const binaries = join(root, 'node_modules', '.bin');

/**
 * Installs the dependencies where what is installed is not what the lock file says.
 *
 * @returns {string | undefined} what a person has to do, if anything
 */
export function ensureDependencies() {
  if (!installedAsLocked()) {
    console.log('installing the dependencies …');
    const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
    // A lock file written on one system can lack the optional packages of another: `npm ci` refuses it, while
    // `npm install` keeps to it and adds what is missing.
    const failure = failureOf('npm', ['ci', ...quietly]) && failureOf('npm', ['install', '--no-save', ...quietly]);
    if (failure !== undefined) return `${failure}\nthe dependencies could not be installed: see above.`;
  }
  if (nodeOnPath() >= oldestNode) return undefined;
  // npm skips install scripts that nobody allowed; the package `node` fetches its binary in one.
  const failure = failureOf('npm', ['rebuild', 'node']);
  if (nodeOnPath() >= oldestNode) return undefined;
  return `${failure ?? ''}\nNode ${oldestNode} or newer is needed: allow the install script of the package "node" and run \`npm rebuild node\`, or install Node ${oldestNode}.`;
}

/** npm keeps a copy of the lock file of what it installed; optional packages of other systems are missing from it. */
function installedAsLocked() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn(join('node_modules', '.package-lock.json'));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = installed[path];
    return path === '' || (found === undefined ? optional === true : found.version === version);
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** The major version of the Node that the command will run on. */
function nodeOnPath() {
  const ours = spawnSync(join(binaries, 'node'), ['--version'], { encoding: 'utf8' });
  const version = ours.status === 0 ? ours.stdout : process.version;
  return Number(/^v(\d+)/.exec(version)?.[1] ?? 0);
}

function failureOf(command, args) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (result.status === 0) return undefined;
  return [result.stdout, result.stderr, result.error?.message].filter(Boolean).join('\n').trimEnd();
}
