// Plain JavaScript that Node 20 understands: it runs before the dependencies, and with them our own Node, are there.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter } from 'node:path';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { binaries, ensureDependencies } from './ensure-dependencies.mjs';

/**
 * Makes sure that dependencies, Node and browsers are there, then runs a command with them:
 * `node tests/tools/with-setup.mjs node tests/tools/start.ts …`
 */
async function main([command, ...args]) {
  if (command === undefined) return refuse('usage: node tests/tools/with-setup.mjs <command> [arguments…]');
  const problem = ensureDependencies() ?? ensureBrowsers();
  if (problem !== undefined) return refuse(problem);
  return run(command, args);
}

function refuse(reason) {
  console.error(reason);
  return 2;
}

/** Ends when the command ends. A signal to us is the command's to handle, so that it can close what it opened. */
function run(command, args) {
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm runs us in a shell, and a signal to npm ends that shell without a word to us: being orphaned is the signal.
  const parent = process.ppid;
  const orphaned = () => process.ppid !== parent && child.kill('SIGTERM');
  setInterval(orphaned, 500).unref();
  return new Promise(resolve => {
    child.on('error', error => resolve(refuse(`${command} cannot be started: ${error.message}`)));
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

process.exit(await main(process.argv.slice(2)));
