import * as v from 'valibot';
import { isChatId, isId } from '../chat/id-forms';
import { authors, guesses, kinds, senses } from '../chat/message';
import type { Observation } from '../chat/observation';
import { officialMetrics } from '../chat/official-metric';
import { untimely } from '../chat/untimely';

/** Observations of one batch; more are refused whole. */
export const batchLimit = 1000;

const id = v.pipe(v.string(), v.check(isId));
const chat = v.pipe(v.string(), v.check(isChatId));
const instant = v.pipe(v.number(), v.safeInteger());
const vague = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const shown = v.pipe(v.string(), v.maxLength(200));
const sense = v.picklist(senses);

// Strict: a field that is not named here, a message's text above all, makes the observation invalid.
const message = v.strictObject({
  is: v.literal('message'),
  sense,
  account: v.exactOptional(id),
  conversation: chat,
  id: v.exactOptional(id),
  ordinal: v.exactOptional(count),
  session: v.exactOptional(id),
  author: v.picklist(authors),
  guess: v.exactOptional(v.picklist(guesses)),
  agent: v.exactOptional(id),
  kind: v.picklist(kinds),
  promise: v.exactOptional(v.literal(true)),
  sentAt: instant,
  uncertain: v.exactOptional(vague),
  order: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
});

const conversation = v.strictObject({
  is: v.literal('conversation'),
  sense,
  account: v.exactOptional(id),
  conversation: chat,
  at: instant,
  buyer: v.exactOptional(shown),
  waiting: v.exactOptional(v.boolean()),
  waitingSince: v.exactOptional(instant),
  waitingUncertain: v.exactOptional(vague),
  unread: v.exactOptional(count),
  blocked: v.exactOptional(v.boolean()),
});

const official = v.strictObject({
  is: v.literal('official'),
  account: v.exactOptional(id),
  seller: v.exactOptional(id),
  metric: v.picklist(officialMetrics),
  value: v.pipe(v.number(), v.finite(), v.minValue(0)),
  at: instant,
});

const recordable = v.variant('is', [message, conversation, official]);

interface Batch {
  readonly accepted: readonly Observation[];
  /** Messages in order but for their time, which cannot be: among the refused, and to be reported. */
  readonly untimely: readonly Observation[];
  readonly refused: number;
}

/**
 * What of a batch from a page can be recorded at `now` (ms), and how many entries can not. One bad entry does not
 * spoil the others: a batch refused whole would be sent again for ever.
 */
export function readBatch(observations: readonly unknown[], now: number): Batch {
  const read = observations.flatMap(raw => {
    const parsed = v.safeParse(recordable, raw);
    return parsed.success ? [parsed.output] : [];
  });
  const isTimely = (one: (typeof read)[number]) => instantsOf(one).every(at => untimely(at, now) === null);
  const accepted = read.filter(isTimely);
  const wrong = read.filter(one => one.is === 'message' && !isTimely(one));
  return { accepted, untimely: wrong, refused: observations.length - accepted.length };
}

function instantsOf(observation: v.InferOutput<typeof recordable>): number[] {
  if (observation.is === 'message') return [observation.sentAt];
  const since = observation.is === 'conversation' ? observation.waitingSince : undefined;
  return since === undefined ? [observation.at] : [observation.at, since];
}
