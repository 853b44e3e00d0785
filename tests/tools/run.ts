import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { endWithMe } from './end-with-me.ts';

/** The folder of the project. */
export const root = join(import.meta.dirname, '../..');

export interface Outcome {
  readonly ok: boolean;
  readonly seconds: number;
  /** What it printed, where it was quiet; else empty. */
  readonly output: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Its output is kept instead of shown. Default: false. */
  readonly quiet?: boolean;
  /** Where it runs. Default: the folder of the project. */
  readonly cwd?: string;
  /** It is ended, and has failed, after this time. */
  readonly limitSeconds?: number;
}

/** Runs one of the dependencies' commands. It and all that it started ends with this process at the latest. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: {
      ...process.env,
      ...options.env,
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
    },
    stdio: ['ignore', options.quiet ? 'pipe' : 'inherit', options.quiet ? 'pipe' : 'inherit'],
    // A process group of its own, so that it can be ended together with what it started.
    detached: true,
  });
  const output = collect(child);
  const end = child.pid === undefined ? async () => {} : endWithMe(child.pid);
  const limit = options.limitSeconds ?? 600;
  const timer = setTimeout(() => {
    output.push(`${command} was ended: it took more than ${limit} s\n`);
    if (!options.quiet) console.error(output.at(-1));
    void end();
  }, limit * 1000);
  const code = await ended(child, output);
  clearTimeout(timer);
  await end();
  return { ok: code === 0, seconds: (performance.now() - start) / 1000, output: output.join('') };
}

function collect(child: ChildProcess): string[] {
  const output: string[] = [];
  child.stdout?.on('data', part => output.push(String(part)));
  child.stderr?.on('data', part => output.push(String(part)));
  return output;
}

async function ended(child: ChildProcess, output: string[]): Promise<number | null> {
  try {
    const [code] = await once(child, 'close');
    return code as number | null;
  } catch (error) {
    output.push(`${error}\n`);
    return null;
  }
}
