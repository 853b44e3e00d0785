import type { Message } from './message';

/**
 * The one order of a conversation: by time; within the same instant by the platform's own order, those without one
 * last, and then by id. It does not depend on how messages came in. (Ids alone do not tell: within a second they are
 * scattered.)
 */
export function inOrder(a: Placed, b: Placed): number {
  if (a.sentAt !== b.sentAt) return a.sentAt - b.sentAt;
  const [orderA, orderB] = [a.order ?? Number.MAX_SAFE_INTEGER, b.order ?? Number.MAX_SAFE_INTEGER];
  if (orderA !== orderB) return orderA - orderB;
  // Ids are decimal numbers too long for a `number`: the longer is the larger.
  if (a.id.length !== b.id.length) return a.id.length - b.id.length;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

type Placed = Pick<Message, 'sentAt' | 'id' | 'order'>;
