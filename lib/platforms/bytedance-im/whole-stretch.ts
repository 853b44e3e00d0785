import type { Observation } from '../../chat/observation';

/** A stretch of time (ms) of which the page received everything. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface WholeStretch {
  /** `null` where nothing can be told. */
  readonly whole: Stretch | null;
  /** Of the inbox's beginning so far: by conversation how many messages came and when (ms) the oldest was sent. */
  readonly runs: ReadonlyMap<string, Run>;
  /** A part of the beginning could not be read. */
  readonly isSpoilt: boolean;
}

interface Run {
  readonly count: number;
  readonly oldest: number;
}

export const nothingWhole: WholeStretch = { whole: null, runs: new Map(), isSpoilt: false };

export interface Arrived {
  readonly observations: readonly Observation[];
  /** ms. */
  readonly at: number;
  /** After it, something is missing in the chain of pushes. */
  readonly gap: boolean;
}

/**
 * How far back and until when everything is known, after one more exchange that was read. Evidence: bytedance-im.md section 5,
 * "Gap test" (4 of 4 links of one recording, Jan 2023). It is TikTok Shop's; of Feige it is known that a chat's first text did
 * not come over the socket (feige.md section 3, Sep 2026), so there the same chain proves nothing. It begins with the inbox that the page loads (203), once all its parts have
 * come and were understood, and goes on with each push that follows the one before. Where the chain breaks it ends: a later
 * page of messages may have closed the gap, but does not prove it. Whether the inbox names chats that were closed meanwhile was
 * not recorded; what was written in such a one may be missing.
 */
export function wholeAfter(before: WholeStretch, { observations, at, gap }: Arrived): WholeStretch {
  const cursor = observations.find(seen => seen.is === 'cursor');
  if (!cursor) return before;
  const isUnreadable = observations.some(({ is }) => is === 'not-understood');
  if (cursor.previous !== undefined) {
    // A message that came and could not be read is one that is missing.
    if (isUnreadable) return { ...before, whole: null };
    return before.whole && !gap ? { ...before, whole: { ...before.whole, to: at } } : { ...before, whole: null };
  }
  const runs = withRuns(before.runs, observations);
  const isSpoilt = before.isSpoilt || isUnreadable;
  if (cursor.more) return { ...before, runs, isSpoilt };
  const whole = isSpoilt ? null : joined(before.whole, { from: reachOf(runs, at), to: at });
  return { whole, runs: new Map(), isSpoilt: false };
}

function withRuns(before: ReadonlyMap<string, Run>, observations: readonly Observation[]): Map<string, Run> {
  const runs = new Map(before);
  for (const seen of observations) {
    if (seen.is !== 'message' && seen.is !== 'conversation') continue;
    const run = runs.get(seen.conversation) ?? { count: 0, oldest: Number.POSITIVE_INFINITY };
    const isMessage = seen.is === 'message';
    runs.set(seen.conversation, {
      count: run.count + (isMessage ? 1 : 0),
      oldest: isMessage ? Math.min(run.oldest, seen.sentAt) : run.oldest,
    });
  }
  return runs;
}

/**
 * Since when (ms) the messages of every chat in the inbox are here. Each chat comes with its newest messages, up to some number
 * that was not recorded; a chat with fewer than the longest has not been cut (our inference). One with none says nothing of
 * itself, and then nothing is known of the inbox.
 */
function reachOf(runs: ReadonlyMap<string, Run>, at: number): number {
  const all = [...runs.values()];
  const longest = Math.max(0, ...all.map(({ count }) => count));
  if (all.length === 0 || all.some(({ count }) => count === 0)) return at;
  return Math.max(...all.filter(({ count }) => count === longest).map(({ oldest }) => oldest));
}

/** The inbox loaded anew, as after a lost connection: where it reaches back into what was whole, that goes on. */
function joined(before: Stretch | null, now: Stretch): Stretch {
  return before && now.from <= before.to ? { from: Math.min(before.from, now.from), to: now.to } : now;
}
