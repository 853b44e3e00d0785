import type { Observation } from '../../../chat/observation';
import { notUnderstood } from '../../not-understood';
import type { LookArgs, PageReading } from '../../platform';
import { clockOf } from './clock-of';
import { findAll, findFirst } from './find';
import { type RowsSeen, seeRows } from './see-rows';
import { seeThread, type ThreadSeen } from './see-thread';

/** Reads the chat page as it stands. Never throws, and touches nothing: no click, no focus, no scrolling. */
export function read(document: Document, look: LookArgs): PageReading {
  try {
    return readChat(document, look);
  } catch {
    return { is: 'read', observations: [], missing: ['page'], rows: 0, messages: 0, unsure: 0, nameless: 0 };
  }
}

function readChat(document: Document, look: LookArgs): PageReading {
  const rows = seeRows(document, look);
  const thread = seeThread(document);
  const isBlank = rows.rows === 0 && findFirst(document, 'conversation-list') !== null && !drawsRows(document);
  return {
    is: 'read',
    observations: [...withMark(rows, thread, look), ...(thread.timeless ? [notUnderstood('message-time')] : [])],
    missing: [...(isBlank ? [] : missingInList(document, rows)), ...missingInThread(document, thread)],
    ...(isBlank && { blank: true as const }),
    rows: rows.rows,
    messages: thread.messages,
    unsure: 0,
    nameless: rows.nameless,
  };
}

/** The newest message is taken for a robot's where its bubble looks it: which message that is the row tells, by the clock. */
function withMark({ observations, open }: RowsSeen, { automaticAt }: ThreadSeen, look: LookArgs): Observation[] {
  const isMarked = open?.author === 'seller' && automaticAt === clockOf(open.sentAt, look.zone);
  return observations.map(seen => (isMarked && seen === open ? { ...open, author: 'robot', guess: 'mark' } : seen));
}

/** Whether the list draws anything: rows by another name, then. A list without rows has no drawing area at all. */
function drawsRows(document: Document): boolean {
  const list = findFirst(document, 'conversation-list');
  return findAll(list ?? document, 'list-content')?.elements.some(({ children }) => children.length > 0) ?? false;
}

/** "No row found" is not "no chats". A filter may show none, and no words were recorded that would say so. */
function missingInList(document: Document, { rows, named }: RowsSeen): string[] {
  if (rows > 0) return named > 0 ? [] : ['buyer-name'];
  return findFirst(document, 'conversation-list') ? ['conversation-row'] : ['conversation-list', 'conversation-row'];
}

/** The composer is there exactly when a thread is open, so it says whether what is not found is missed. */
function missingInThread(document: Document, { messages }: ThreadSeen): string[] {
  const thread = findFirst(document, 'thread');
  const isOpen = messages > 0 || findFirst(document, 'composer') !== null;
  if (!isOpen) return [];
  if (!thread) return ['thread'];
  // A thread without any text is being loaded.
  return messages === 0 && (thread.textContent ?? '').trim() !== '' ? ['message'] : [];
}
