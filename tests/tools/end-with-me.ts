import { type ChildProcess, spawn } from 'node:child_process';

// The watcher reads until its standard input ends. That happens when we say so, and also when this process dies in any
// way at all, `kill -9` included, for which no exit handler can run.
const watcher = `
const [pid, folder] = process.argv.slice(1);
process.stdin.resume();
process.stdin.on('end', async () => {
  try { process.kill(-Number(pid), 'SIGKILL'); } catch { /* It has ended by itself. */ }
  const { rm } = await import('node:fs/promises');
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => {});
  process.exit(0);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
`;

/**
 * Ties a process group and, if given, a folder to the life of this process: both are gone once it ends, however it ends,
 * or once the returned function was called.
 */
export function endWithMe(pid: number, folder = ''): () => Promise<void> {
  const child = spawn(process.execPath, ['-e', watcher, String(pid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // A group of its own: Ctrl-C must not take the watcher before its work is done.
    detached: true,
  });
  child.unref();
  unrefPipe(child);
  return () => ended(child);
}

function unrefPipe({ stdin }: ChildProcess) {
  // A pipe is a socket, though its type does not say so; it must not keep this process running.
  if (stdin !== null && 'unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
}

async function ended(child: ChildProcess) {
  if (child.exitCode !== null) return;
  child.ref();
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.stdin?.end();
  await gone;
}
