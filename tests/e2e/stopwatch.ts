import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Stands before a content script, in its world: every door through which the browser calls it measures how long the call
 * took, and the longest (ms) is written where a test can read it.
 */
const before = `
const lekasStarted = performance.now();
let lekasLongest = 0;
const lekasTook = start => {
  lekasLongest = Math.max(lekasLongest, performance.now() - start);
  document.documentElement?.setAttribute('data-longest-call', lekasLongest);
};
{
  const timed = work => function (...args) {
    const start = performance.now();
    try { return work.apply(this, args); } finally { lekasTook(start); }
  };
  const { MutationObserver: Observer, MessageChannel: Channel, setTimeout: later } = globalThis;
  globalThis.MutationObserver = function (work) { return new Observer(timed(work)); };
  globalThis.setTimeout = (work, ms) => later(timed(work), ms);
  globalThis.MessageChannel = function () {
    const { port1, port2 } = new Channel();
    return {
      port1: { set onmessage(work) { port1.onmessage = timed(work); }, close: () => port1.close() },
      port2: { postMessage: message => port2.postMessage(message) },
    };
  };
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target);
    // What is asked of the page's world is answered inside a call that is measured already.
    target.addEventListener = (name, work, options) =>
      add(name, name.startsWith('lekas:') ? work : timed(work), options);
  }
}
`;
const after = '\nlekasTook(lekasStarted);\n';

/** The expression that gives what was measured, in a page that is watched. */
export const longestCall = `Number(document.documentElement.getAttribute('data-longest-call'))`;

/** A copy of a built extension whose chat readers have the stopwatch before them. */
export async function withStopwatch(extensionDir: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'lekas-stopwatch-'));
  await cp(extensionDir, copy, { recursive: true });
  const scripts = join(copy, 'content-scripts');
  for (const file of await readdir(scripts)) {
    if (file === 'chat-network.js') continue;
    const path = join(scripts, file);
    await writeFile(path, `${before}${await readFile(path, 'utf8')}${after}`);
  }
  return copy;
}
