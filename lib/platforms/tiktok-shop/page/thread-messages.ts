import { type Side, sideOf } from '../../side-of';
import { selectors, sides } from './selectors';

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
      messages.push({ element, side: sideOf(element, sides), label });
      continue;
    }
    label = element.textContent?.trim() ?? null;
    const around = messages.at(-1);
    if (around?.element.contains(element)) around.label = label;
  }
  return messages;
}
