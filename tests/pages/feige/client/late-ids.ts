import type { PageLook } from './look.ts';
import { isNamed } from './names.ts';

interface Ids {
  known: Set<string>;
  /** The bubble that is to get its id, should it have been made anew meanwhile. */
  pending: Map<string, HTMLElement>;
}

const idsOf = new WeakMap<Document, Ids>();

/** Gives a bubble its id: at once when the page has shown it before, else as late as the page is. */
export function giveId(bubble: HTMLElement, id: string, look: PageLook): void {
  if (!isNamed(look.layout)) return;
  const ids = idsOf.get(bubble.ownerDocument) ?? { known: new Set(), pending: new Map() };
  idsOf.set(bubble.ownerDocument, ids);
  if (look.idLateMs === 0 || ids.known.has(id)) {
    bubble.dataset.id = id;
    return;
  }
  const isAwaited = ids.pending.has(id);
  ids.pending.set(id, bubble);
  if (isAwaited) return;
  look.later(look.idLateMs, () => {
    const newest = ids.pending.get(id);
    ids.pending.delete(id);
    ids.known.add(id);
    if (newest !== undefined) newest.dataset.id = id;
  });
}
