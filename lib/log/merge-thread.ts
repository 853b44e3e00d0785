import { withGuessedAuthors } from '../chat/guess-author';
import type { Message } from '../chat/message';
import type { SeenMessage } from '../chat/observation';
import type { ShopId } from '../chat/shop';
import { mergeMessage } from './merge-message';
import { isSighting, sightingId, withoutKnownSightings } from './sightings';

export interface MergedThread {
  /** The conversation's messages as they are now. */
  readonly kept: readonly Message[];
  /** Those of them that were told of, or that a neighbour shows in another light. */
  readonly changed: readonly Message[];
  /** Sightings that a message with an id has come to stand for. */
  readonly dropped: readonly Message[];
}

/** The messages of a conversation after some were seen, for the first time or again. */
export function mergeThread(
  before: readonly Message[],
  seen: readonly SeenMessage[],
  shop: ShopId,
  conversation: string,
): MergedThread {
  const rows = new Map(before.map(message => [message.id, message]));
  const touched = new Set<string>();
  for (const sighting of seen) {
    const message = messageOf(sighting, shop, conversation);
    const known = rows.get(message.id);
    rows.set(message.id, known ? mergeMessage(known, message) : message);
    touched.add(message.id);
  }
  const kept = withoutKnownSightings(withGuessedAuthors([...rows.values()]));
  const authors = new Map(before.map(({ id, author }) => [id, author]));
  const keptIds = new Set(kept.map(({ id }) => id));
  return {
    kept,
    changed: kept.filter(({ id, author }) => touched.has(id) || authors.get(id) !== author),
    dropped: before.filter(message => isSighting(message) && !keptIds.has(message.id)),
  };
}

/** No text is in an observation; were it there, it would end here: only named fields go on. */
function messageOf(seen: SeenMessage, shop: ShopId, conversation: string): Message {
  const { id, ordinal = 0, session, author, guess, agent, kind, promise, sentAt, uncertain, order, sense } = seen;
  return {
    shop,
    conversation,
    id: id ?? sightingId(author, sentAt, ordinal),
    author,
    kind,
    sentAt,
    sense,
    ...(guess !== undefined && { guess }),
    ...(session !== undefined && { session }),
    ...(agent !== undefined && { agent }),
    ...(promise && { promise }),
    ...(uncertain && { uncertain }),
    ...(order !== undefined && { order }),
  };
}
