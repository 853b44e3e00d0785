import type { Platform } from '../platforms/platform';

/**
 * Whether this frame is the one that speaks for its tab. Of a platform whose chat may sit in a frame, a script runs in
 * every frame; all come to the same answer: the first that shows the chat, and where none does, the outermost, which then
 * says that it is not seen. Frames of another origin cannot be looked into and are passed over.
 */
export function speaks(page: Window, { isChatPage, page: { shows } }: Platform): boolean {
  if (!shows) return true;
  const frames = within(outermost(page)).filter(frame => isChatPage(new URL(frame.location.href)));
  const speaker = frames.find(frame => shows(frame.document)) ?? frames[0];
  return speaker === undefined || speaker === page;
}

function outermost(page: Window): Window {
  let frame = page;
  while (frame.parent !== frame && canLookInto(frame.parent)) frame = frame.parent;
  return frame;
}

/** The frame and those inside it, in the order of the page. */
function within(frame: Window): Window[] {
  const inner = Array.from({ length: frame.length }, (_, i) => frame[i]);
  return [frame, ...inner.flatMap(one => (one && canLookInto(one) ? within(one) : []))];
}

function canLookInto(frame: Window): boolean {
  try {
    return frame.location.href !== '' && frame.document !== null;
  } catch {
    return false;
  }
}
