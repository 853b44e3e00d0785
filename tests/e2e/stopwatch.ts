import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Stands before a content script, in its world: every door through which the browser calls it measures how long the call
 * took, and those over 1 ms are written where a test can read them: [start, end], ms since the page began.
 */
const before = `
const lekasStarted = performance.now();
const lekasCalls = [];
const lekasTook = start => {
  const end = performance.now();
  if (end - start <= 1) return;
  lekasCalls.push([start, end]);
  document.documentElement?.setAttribute('data-calls', JSON.stringify(lekasCalls));
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
export const calls = `JSON.parse(document.documentElement.getAttribute('data-calls') ?? '[]')`;

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
