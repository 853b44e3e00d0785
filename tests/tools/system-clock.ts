import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A clock of the day that browsers started meanwhile go by, as if somebody set the computer's. */
export interface SystemClock {
  /** Sets it so many seconds ahead of this computer's; negative: behind. */
  set(aheadS: number): Promise<void>;
  end(): void;
}

/** The same for those browsers alone that are started with `env`. */
export interface OwnClock extends SystemClock {
  readonly env: Readonly<Record<string, string>>;
}

/** For all browsers started from here on. `null` where it cannot be made: on Linux with a C compiler only. */
export function systemClock(): SystemClock | null {
  const clock = ownClock();
  if (!clock) return null;
  Object.assign(process.env, clock.env);
  return {
    set: clock.set,
    end() {
      for (const name of Object.keys(clock.env)) delete process.env[name];
      clock.end();
    },
  };
}

/** `null` where `systemClock` is. */
export function ownClock(): OwnClock | null {
  if (process.platform !== 'linux') return null;
  const folder = mkdtempSync(join(tmpdir(), 'lekas-clock-'));
  const [library, file] = [join(folder, 'system-clock.so'), join(folder, 'ahead')];
  const source = join(import.meta.dirname, 'system-clock.c');
  const made = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  if (made.status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  writeFileSync(file, Buffer.alloc(8));
  return {
    env: { LD_PRELOAD: library, LEKAS_CLOCK_FILE: file },
    async set(aheadS) {
      const bytes = Buffer.alloc(8);
      bytes.writeBigInt64LE(BigInt(aheadS));
      // In place: the browsers hold this very file.
      const handle = await open(file, 'r+');
      await handle.write(bytes, 0, 8, 0);
      await handle.close();
    },
    end() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
