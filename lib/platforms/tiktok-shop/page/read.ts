import { saysAlone } from '../../find';
import type { LookArgs, PageReading } from '../../platform';
import { isSignedOutPage } from '../address';
import { findAll, findFirst } from './find';
import { type RowsSeen, seeRows } from './see-rows';
import { seeThread, type ThreadSeen } from './see-thread';
import { words } from './selectors';
import { showsSignedOut } from './signed-out';

/** Reads the chat page as it stands. Never throws, and touches nothing: no click, no focus, no scrolling. */
export function read(document: Document, look: LookArgs): PageReading {
  try {
    if (isSignedOutPage(look.url) || showsSignedOut(document)) return { is: 'signed-out' };
    return readChat(document, look);
  } catch {
    return { is: 'read', observations: [], missing: ['page'], rows: 0, messages: 0, unsure: 0, nameless: 0 };
  }
}

function readChat(document: Document, look: LookArgs): PageReading {
  const thread = threadOf(document);
  const rows = seeRows(document, look);
  const seen = seeThread(document, thread ?? document, look);
  return {
    is: 'read',
    observations: [...rows.observations, ...seen.observations],
    missing: [...missingInList(document, thread, rows), ...missingInThread(document, thread, seen)],
    rows: rows.rows,
    messages: seen.messages,
    unsure: seen.unsure,
    nameless: rows.nameless + seen.nameless,
  };
}

/** The last scroll area is the thread's; the list may have one of the same class (tiktok-shop.md section 2). */
function threadOf(document: Document): Element | null {
  const areas = findAll(document, 'thread')?.elements ?? [];
  const list = findFirst(document, 'conversation-list');
  return areas.findLast(area => !list?.contains(area) && findFirst(area, 'conversation-row') === null) ?? null;
}

/** "No row found" is not "no chats": without the words for an empty list it means that the list is not recognised. */
function missingInList(document: Document, thread: Element | null, { rows, named }: RowsSeen): string[] {
  if (rows > 0) return named > 0 ? [] : ['buyer-name'];
  const list = findFirst(document, 'conversation-list');
  if (list && findFirst(list, 'badge')) return ['conversation-row'];
  if (document.body && saysAlone(document.body, words.noChats, [thread])) return [];
  return list ? ['conversation-row'] : ['conversation-list', 'conversation-row'];
}

/** The composer is there exactly when a thread is open, so it says whether what is not found is missed. */
function missingInThread(document: Document, thread: Element | null, seen: ThreadSeen): string[] {
  const missing: string[] = [];
  const open = seen.messages > 0 || findFirst(document, 'composer') !== null;
  if (open && !thread) missing.push('thread');
  // A thread without any text is being loaded.
  if (open && thread && seen.messages === 0 && (thread.textContent ?? '').trim() !== '') missing.push('message');
  if (!seen.sided && seen.bubbleWithoutSide) missing.push('message-side');
  return missing;
}
