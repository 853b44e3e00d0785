import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Outcome, root, run } from './run.ts';

/** Writes what the compiler's settings extend: a new clone does not have it, and nothing of ours can be compiled before. */
export function prepare(): Promise<Outcome> {
  return run('wxt', ['prepare'], { quiet: true });
}

/** The same where it was never written. Throws when it cannot be. */
export async function preparedOnce(): Promise<void> {
  const there = await stat(join(root, '.wxt/tsconfig.json')).catch(() => undefined);
  if (there !== undefined) return;
  const { ok, output } = await prepare();
  if (!ok) throw new Error(output);
}
