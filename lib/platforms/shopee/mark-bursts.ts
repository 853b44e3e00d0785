import type { Observation, SeenMessage } from '../../chat/observation';
import { type Notes, note } from '../notes';

/** What the shop's side wrote to so many buyers within so much time (ms) was hardly typed, not even by several people. */
const buyersAtOnce = 5;
const atOnceMs = 1000;
/** What is remembered of exchanges before: a broadcast comes in one go. */
const remembered = 64;

const name = 'shop side, newest';

/** One message of the shop's side, and whether it was told as part of a burst. */
type Sent = readonly [seen: SeenMessage, isTold: boolean];

/**
 * What is to be told besides of an exchange: the messages that went to many buyers at the same moment, again, as a
 * machine's. OUR OWN GUESS, and each says so (`guess`): a broadcast does not answer, and no flag of one was recorded
 * (shopee.md section 5). One that goes to few buyers cannot be told from answers.
 */
export function markBursts(observations: readonly Observation[], notes: Notes): readonly Observation[] {
  const news = observations.filter(isOfSide);
  if (news.length === 0) return [];
  const known = new Map(readSent(notes).map(sent => [sent[0].id, sent]));
  for (const seen of news) if (!known.has(seen.id)) known.set(seen.id, [seen, false]);
  const sent = [...known.values()];
  const burst = inBursts(sent.map(([seen]) => seen));
  const after = sent.map(([seen, isTold]): Sent => [seen, isTold || burst.has(seen)]);
  note(notes, name, JSON.stringify(after.slice(-remembered)));
  return sent
    .filter(([seen, isTold]) => burst.has(seen) && !isTold)
    .map(([seen]) => ({ ...seen, author: 'robot', guess: 'mark' }));
}

/** A time that is vaguer than the socket's seconds tells no moment. */
const isOfSide = (seen: Observation): seen is SeenMessage =>
  seen.is === 'message' && seen.guess === 'side' && (seen.uncertain ?? 0) < atOnceMs && seen.id !== undefined;

/** Written by this module alone. */
const readSent = (notes: Notes): Sent[] => JSON.parse(notes.get(name) ?? '[]') as Sent[];

/** In one pass: an answer of the page may list thousands of the same second. */
function inBursts(sent: readonly SeenMessage[]): ReadonlySet<SeenMessage> {
  const inOrder = sent.toSorted((a, b) => a.sentAt - b.sentAt);
  const found = new Set<SeenMessage>();
  /** Those within the time before the last one looked at, and how many each buyer got of them. */
  const near: SeenMessage[] = [];
  const perBuyer = new Map<string, number>();
  for (const seen of inOrder) {
    near.push(seen);
    perBuyer.set(seen.conversation, (perBuyer.get(seen.conversation) ?? 0) + 1);
    for (let [first] = near; first && seen.sentAt - first.sentAt > atOnceMs; [first] = near) {
      near.shift();
      const left = (perBuyer.get(first.conversation) ?? 0) - 1;
      if (left > 0) perBuyer.set(first.conversation, left);
      else perBuyer.delete(first.conversation);
    }
    if (perBuyer.size < buyersAtOnce) continue;
    // Backwards, as far as those that an earlier one has found.
    for (let i = near.length - 1; i >= 0; i--) {
      const one = near[i];
      if (!one || found.has(one)) break;
      found.add(one);
    }
  }
  return found;
}
