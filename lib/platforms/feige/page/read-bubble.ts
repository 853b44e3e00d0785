import type { Author, Kind } from '../../../chat/message';
import { isPromise } from '../../promise-phrases';
import type { Side } from '../../side-of';
import { lineOfId } from '../generated-id';
import { assignmentEnd, type Line, lineOf } from '../lines';
import { findFirst } from './find';
import { textsIn } from './texts-in';

export interface Bubble {
  readonly author: Author;
  readonly kind: Kind;
  readonly promise?: true;
}

const meaning = {
  close: { author: 'system', kind: 'close' },
  welcome: { author: 'robot', kind: 'greeting' },
  robot: { author: 'robot', kind: 'text' },
  notice: { author: 'system', kind: 'notice' },
} as const satisfies Record<Line, Bubble>;

/**
 * Who wrote a message of the thread, and what sort of thing it is (feige.md sections 2 and 5). `id` is the platform's, or
 * empty. Its text is read for which of the known lines it is, and whether it only promises an answer. `null`: it cannot be
 * told whose side it stands on.
 */
export function readBubble(element: Element, side: Side, id: string): Bubble | null {
  const generated = lineOfId(id);
  if (generated) return meaning[generated];
  if (side === 'unknown') return null;
  const text = findFirst(element, 'message-text')?.textContent?.trim() ?? '';
  if (side === 'buyer')
    return text.endsWith(assignmentEnd) ? meaning.notice : { author: 'buyer', kind: kindIn(element) };
  if (side === 'system') return meaning[lineOf(text || textsIn(element).join('')) ?? 'notice'];
  // A robot's answer and what the shop has set up are labelled below the bubble.
  const line = textsIn(element, 'pre').some(label => lineOf(label) === 'robot') ? 'robot' : lineOf(text);
  if (line) return meaning[line];
  return { author: 'seller', kind: kindIn(element), ...(isPromise(text, 'zh-CN') && { promise: true }) };
}

function kindIn(element: Element): Kind {
  if (findFirst(element, 'message-image')) return 'image';
  if (findFirst(element, 'message-card')) return 'card';
  return findFirst(element, 'message-text') ? 'text' : 'other';
}
