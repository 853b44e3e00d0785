import type { SeenConversation } from '../chat/observation';
import { gapBetween, narrowed, type VagueInstant } from '../chat/vague-instant';

/** A platform's own mark that a buyer waits. */
export interface Wait {
  /** Since when; `null` where the platform has not said. */
  readonly since: VagueInstant | null;
  /** ms: the start as it was first told. It names the wait, however much better its start is known by now. */
  readonly from: number | null;
}

/** Two starts this close together (ms) are one: one of them was told in whole seconds, or drawn a moment late. */
const sameMs = 2000;

/**
 * The mark after one more word on it; `null` where it says that nobody waits, `undefined` before the first word. Of one
 * and the same wait, what is known of its start only ever gets better.
 */
export function waitAfter(before: Wait | null | undefined, seen: SeenConversation): Wait | null | undefined {
  const { waiting, waitingSince: at, waitingUncertain: uncertain = 0 } = seen;
  if (waiting === undefined) return before;
  if (!waiting) return null;
  const known = before?.since ?? null;
  if (at === undefined) return before ?? { since: null, from: null };
  const told = { at, uncertain };
  const isSame = known !== null && gapBetween(known, told) <= sameMs;
  if (!isSame) return { since: told, from: at };
  return { since: narrowed(known, told) ?? lessVague(known, told), from: before?.from ?? known.at };
}

const lessVague = (a: VagueInstant, b: VagueInstant) => (b.uncertain < a.uncertain ? b : a);
