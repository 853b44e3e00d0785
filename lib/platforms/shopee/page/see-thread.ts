import { findAll, findFirst } from './find';
import { automaticMark, shopSide } from './selectors';

export interface ThreadSeen {
  readonly messages: number;
  /** Bubbles with text are there, and none ends in a clock. */
  readonly timeless: boolean;
  /** The newest bubble that is drawn, where it bears what may be the mark of an automatic answer: its clock, `HH:MM`. */
  readonly automaticAt: string | null;
}

const clockAtEnd = /((?:[01]\d|2[0-3]):[0-5]\d)\s*$/;

/**
 * What the open thread shows. A bubble has a side and a clock but neither id nor day, and the thread draws only a part of
 * itself, so it makes no message: a message of last week would look like one of today. It is a witness that a thread is
 * there, and of the mark on its last bubble.
 */
export function seeThread(document: Document): ThreadSeen {
  const bubbles = findAll(document, 'message')?.elements ?? [];
  const clocks = bubbles.map(clockOf);
  const last = bubbles.at(-1);
  const isAutomatic = last?.matches(shopSide) && (last.matches(automaticMark) || last.querySelector(automaticMark));
  return {
    messages: bubbles.length,
    timeless: clocks.some(clock => clock === null) && !clocks.some(Boolean),
    automaticAt: isAutomatic ? (clocks.at(-1) ?? null) : null,
  };
}

/** Text and clock are one string: only the clock is kept. `undefined`: no text; `null`: text without a clock. */
function clockOf(bubble: Element): string | null | undefined {
  const text = findFirst(bubble, 'message-text')?.textContent;
  if (!text) return undefined;
  return clockAtEnd.exec(text.slice(-12))?.[1] ?? null;
}
