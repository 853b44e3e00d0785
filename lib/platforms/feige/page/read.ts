import type { LookArgs, PageReading } from '../../platform';
import { isSignedOutPage } from '../address';
import { seenShop } from '../seen-shop';
import { findAll, findFirst } from './find';
import { type OpenChat, openChat } from './open-chat';
import { type RowsSeen, seeRows } from './see-rows';
import { seeThread, type ThreadSeen } from './see-thread';
import { selectors } from './selectors';

/** Reads the workbench as it stands. Never throws, and touches nothing: no click, no focus, no scrolling. */
export function read(document: Document, look: LookArgs): PageReading {
  try {
    return isSignedOutPage(look.url) ? { is: 'signed-out' } : readChat(document, look);
  } catch {
    return { is: 'read', observations: [], missing: ['page'], rows: 0, messages: 0, unsure: 0, nameless: 0 };
  }
}

/** Whether this document is the one with the chat in it: the chat may sit in a frame (feige.md section 1). */
export function shows(document: Document): boolean {
  return [...selectors['conversation-row'], ...selectors.message].some(
    ({ css }) => document.querySelector(css) !== null,
  );
}

function readChat(document: Document, look: LookArgs): PageReading {
  const open = openChat(document);
  const rows = seeRows(document, open, look.at);
  const thread = seeThread(document, open, rows.openSince, look);
  return {
    is: 'read',
    // No address names the shop; the open conversation does.
    observations: [...(open.named ? [seenShop(open.named.account)] : []), ...rows.observations, ...thread.observations],
    missing: [...missingInList(document, rows), ...missingInThread(document, open, thread)],
    rows: rows.rows,
    messages: thread.messages,
    unsure: thread.unsure,
    nameless: rows.nameless + thread.nameless,
    ...(isBlank(document, rows) && { blank: true as const }),
    ...(thread.awaited && { settling: true }),
  };
}

/** No words for an empty list are known, so "no row found" is never "no chats": only the network can say that. */
function missingInList(document: Document, { rows, named, timed }: RowsSeen): string[] {
  if (rows > 0) return [...(named > 0 ? [] : ['buyer-name']), ...(timed > 0 ? [] : ['row-timer'])];
  return findFirst(document, 'conversation-list') ? ['conversation-row'] : ['conversation-list', 'conversation-row'];
}

const isBlank = (document: Document, { rows }: RowsSeen) =>
  rows === 0 && findFirst(document, 'conversation-list') !== null;

function missingInThread(document: Document, open: OpenChat, { messages, bubbles }: ThreadSeen): string[] {
  if (messages === 0) return strayBubble(document) ? ['message'] : [];
  const missing: string[] = [];
  if (!open.named) missing.push(findFirst(document, 'composer') ? 'open-conversation' : 'composer');
  if (open.named && open.names.length === 0) missing.push('open-buyer');
  if (bubbles.all > 0 && bubbles.sided === 0) missing.push('message-side');
  if (bubbles.all > 0 && bubbles.labelled === 0) missing.push('message-time');
  if (bubbles.all > 0 && bubbles.named === 0) missing.push('message-id');
  return missing;
}

/** What only a message holds, and no message around it. */
function strayBubble(document: Document): boolean {
  const rows = findAll(document, 'conversation-row')?.elements ?? [];
  const found = selectors['message-bubble'].flatMap(({ css }) => Array.from(document.querySelectorAll(css)));
  // A row has a picture of its buyer too.
  return found.some(element => !rows.some(row => row.contains(element)));
}
