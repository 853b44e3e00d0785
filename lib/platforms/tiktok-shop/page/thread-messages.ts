import { has } from '../../find';
import { selectors, sides } from './selectors';

export type Side = 'buyer' | 'shop' | 'system' | 'unknown';

export interface ThreadMessage {
  readonly element: Element;
  readonly side: Side;
  /** The time label that holds for it: its own, or the one before it in the thread. */
  readonly label: string | null;
}

/** The messages of a thread with their sides and labels, in document order. */
export function threadMessages(thread: ParentNode, css: string): ThreadMessage[] {
  const time = selectors['message-time'].map(each => each.css).join();
  const messages: { element: Element; side: Side; label: string | null }[] = [];
  let label: string | null = null;
  for (const element of Array.from(thread.querySelectorAll(`${css}, ${time}`))) {
    if (element.matches(css)) {
      messages.push({ element, side: sideOf(element), label });
      continue;
    }
    label = element.textContent?.trim() ?? null;
    const around = messages.at(-1);
    if (around?.element.contains(element)) around.label = label;
  }
  return messages;
}

/** A row with neither bubble is a system line; one that shows both sides at once is not judged. */
function sideOf(element: Element): Side {
  for (const { buyer, shop } of sides) {
    const left = has(element, buyer);
    const right = has(element, shop);
    if (left && right) return 'unknown';
    if (left) return 'buyer';
    if (right) return 'shop';
  }
  return 'system';
}
