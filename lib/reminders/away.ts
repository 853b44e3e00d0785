import type { HeldBy } from '../log/log-db';

/** A stretch (ms) in which nobody asked what was due. */
export interface Away {
  readonly from: number;
  readonly to: number;
  /** Absent where it cannot be told. */
  readonly why?: Extract<HeldBy, 'asleep' | 'closed'>;
}

/** When what is due was asked for. */
export interface Asked {
  /** ms. */
  readonly at: number;
  /** Names the browser's session; absent where the browser cannot tell one from another. */
  readonly session?: string;
}

/** Every minute an alarm asks. So much silence (ms) is more than alarms that slip. */
const longSilenceMs = 300_000;
/** The page brings what was written meanwhile only after a while (ms): so long, what passed meanwhile can be news. */
const catchUpMs = 600_000;

/**
 * The stretch between two askings, where it was too long for the minute alarm: in one and the same session of the browser the
 * computer slept (or its clock was put forward, which looks the same from inside); across two sessions the browser was closed,
 * or Lekas was not running in it. `null` where nothing is missing.
 */
export function awayBetween(before: Asked | undefined, now: Asked): Away | null {
  if (!before || now.at - before.at <= longSilenceMs) return null;
  const isKnown = before.session !== undefined && now.session !== undefined;
  const why = before.session === now.session ? 'asleep' : 'closed';
  return { from: before.at, to: now.at, ...(isKnown && ({ why } as const)) };
}

/** An absence is remembered for a while after its end. */
export function isLately({ to }: Away, now: number): boolean {
  return now >= to && now - to < catchUpMs;
}
