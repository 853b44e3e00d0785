import { type Side, sideOf } from '../../side-of';
import { findAll } from './find';
import { selectors, sides } from './selectors';
import { looksLikeLabel } from './time-label';

export interface ThreadMessage {
  readonly element: Element;
  readonly side: Side;
  /** The time label that holds for it: its own, or the one before it in the thread. */
  readonly label: string | null;
}

// Where a label stands was not recorded, only how it reads; what people write stands in these.
const written = 'pre, .chatd-card, .chatd-card-main';
/** What is not of the thread. */
const around = [...selectors['conversation-row'], ...selectors.composer, ...selectors['open-buyer']]
  .map(({ css }) => css)
  .join();

/** The messages of the open thread with their sides and labels, in document order. */
export function threadMessages(document: Document): ThreadMessage[] {
  const elements = findAll(document, 'message')?.elements ?? [];
  // One that wraps another is no message of its own.
  const outer = elements.filter(element => !elements.some(other => other !== element && other.contains(element)));
  const [first] = outer;
  if (!first) return [];
  const isMessage = new Set<Node>(outer);
  const messages: { element: Element; side: Side; label: string | null }[] = [];
  let label: string | null = null;
  const walker = document.createTreeWalker(areaOf(first), 5 /* SHOW_ELEMENT | SHOW_TEXT */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isMessage.has(node)) {
      const element = node as Element; // Only elements are in the set.
      messages.push({ element, side: sideOf(element, sides), label });
    } else if (
      node.nodeType === 3 &&
      looksLikeLabel((node.nodeValue ?? '').trim()) &&
      !node.parentElement?.closest(written)
    ) {
      label = (node.nodeValue ?? '').trim();
      const within = messages.at(-1);
      if (within?.element.contains(node)) within.label = label;
    }
  }
  return messages;
}

/** The largest part of the page around a message that holds nothing but the thread. */
function areaOf(message: Element): Element {
  let area = message;
  for (let next = area.parentElement; next && !next.querySelector(around); next = next.parentElement) area = next;
  return area === message ? (message.parentElement ?? message) : area;
}
