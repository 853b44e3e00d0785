import { lineOfId } from '../generated-id';
import { findFirst } from './find';

/** `data-id` comes up to half a second after its bubble (feige.md section 2, Jun 2026). */
const lateMs = 500;

/** When a bubble without an id was first seen, ms. Forgotten with the bubble. */
const seenWithout = new WeakMap<Element, number>();

export type MessageId =
  | { readonly is: 'known'; readonly id: string }
  /** It may still come. */
  | { readonly is: 'awaited' }
  | { readonly is: 'none' };

/** The platform's id of a bubble as it stands at `at`, ms. A name that is neither a number nor generated is no id. */
export function messageId(element: Element, at: number): MessageId {
  const value = findFirst(element, 'message-id')?.getAttribute('data-id') ?? element.getAttribute('data-id') ?? '';
  // Cards have the number of their message with an ending of their own.
  const number = /^(\d{10,20})(?:_template)?$/.exec(value)?.[1];
  const id = number ?? (lineOfId(value) && /^[\w:.-]{1,64}$/.test(value) ? value : undefined);
  if (id !== undefined) return { is: 'known', id };
  const since = seenWithout.get(element) ?? at;
  seenWithout.set(element, since);
  return { is: at - since < lateMs ? 'awaited' : 'none' };
}
