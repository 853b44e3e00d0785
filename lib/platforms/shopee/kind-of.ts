import type { Kind } from '../../chat/message';
import { recordOf } from '../json-record';

/** `type` of a message, by the names that were seen (shopee.md section 3). */
const kindOfType: ReadonlyMap<unknown, Kind> = new Map<unknown, Kind>([
  ['text', 'text'],
  ['image', 'image'],
  ['video', 'video'],
  ['sticker', 'sticker'],
  ['product', 'product-card'],
  ['order', 'order-card'],
]);

/** What sort of thing was sent. An unknown name is `other`: who wrote and when do not depend on it. */
export function kindOf(type: unknown): Kind {
  return kindOfType.get(type) ?? 'other';
}

/** A card that the page itself attaches asks and answers nothing, unless somebody wrote something with it (section 5). */
export function isBareCard(kind: Kind, content: unknown): boolean {
  return (kind === 'product-card' || kind === 'order-card') && !hasText(content);
}

// Beyond this (characters) nobody has written a message.
const longest = 20_000;

/** Whether there is text in a message's content, an object or its JSON. What it says is not looked at. */
function hasText(content: unknown): boolean {
  if (typeof content !== 'string') return isText(recordOf(content)?.text);
  if (content.length > longest) return true;
  try {
    return isText(recordOf(JSON.parse(content))?.text);
  } catch {
    return isText(content);
  }
}

const isText = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '';
