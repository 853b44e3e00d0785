import type { Author, Message } from '../chat/message';

const minuteMs = 60_000;

/**
 * The name of a sighting that shows no platform id: its author and minute, and which of several like it. The kind is
 * no part of it: what a page draws as a picture may be a sticker on the wire.
 */
export function sightingId(author: Author, sentAt: number, ordinal: number): string {
  return `~${author}:${Math.floor(sentAt / minuteMs)}:${ordinal}`;
}

export const isSighting = ({ id }: Pick<Message, 'id'>): boolean => id.startsWith('~');

/**
 * Drops the sightings without id that a message with an id stands for: in a minute with two buyer messages known by id,
 * the first two sightings of the buyer are those. What is left is what no other look has shown. The result depends on
 * the set of messages only, so that order and repetition of looks leave no trace.
 */
export function withoutKnownSightings(messages: readonly Message[]): Message[] {
  if (!messages.some(isSighting)) return [...messages];
  const known = new Map<string, number>();
  for (const { id, author, sentAt } of messages) {
    if (isSighting({ id })) continue;
    const group = groupOf(author, sentAt);
    known.set(group, (known.get(group) ?? 0) + 1);
  }
  return messages.filter(message => {
    if (!isSighting(message)) return true;
    const ordinal = Number(message.id.slice(message.id.lastIndexOf(':') + 1));
    return ordinal >= (known.get(groupOf(message.author, message.sentAt)) ?? 0);
  });
}

const groupOf = (author: Author, sentAt: number) => `${author}:${Math.floor(sentAt / minuteMs)}`;
