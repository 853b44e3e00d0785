import type { Message } from './message';

/**
 * The one order of a conversation: by time, and within the same instant by id. Ids are decimal numbers that grow and
 * are too long for a `number`, so the longer is the later. The order does not depend on how messages came in.
 */
export function inOrder(a: Pick<Message, 'sentAt' | 'id'>, b: Pick<Message, 'sentAt' | 'id'>): number {
  if (a.sentAt !== b.sentAt) return a.sentAt - b.sentAt;
  if (a.id.length !== b.id.length) return a.id.length - b.id.length;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
