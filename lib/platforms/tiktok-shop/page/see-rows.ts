import type { Observation } from '../../../chat/observation';
import { answersFor } from '../../answers-for';
import { saysAlone } from '../../find';
import type { LookArgs } from '../../platform';
import { askConversations } from './asks';
import { conversationOf } from './conversation-of';
import { findAll, findFirst } from './find';
import { words } from './selectors';

export interface RowsSeen {
  readonly observations: readonly Observation[];
  readonly rows: number;
  readonly named: number;
  readonly nameless: number;
}

/** What the rows of the conversation list say. Rows in the page are not all rows there are: lists are virtualised. */
export function seeRows(document: Document, look: LookArgs): RowsSeen {
  const found = findAll(document, 'conversation-row');
  if (!found) return { observations: [], rows: 0, named: 0, nameless: 0 };
  const ids = conversationIds(found.css, found.elements, look);
  const observations: Observation[] = [];
  let named = 0;
  let nameless = 0;
  found.elements.forEach((row, i) => {
    const name = findFirst(row, 'buyer-name');
    const buyer = name?.textContent?.trim().slice(0, 120);
    if (buyer) named++;
    const conversation = ids[i];
    if (!conversation) {
      nameless++;
      return;
    }
    const waiting = waitingIn(row, name);
    const unread = unreadIn(row);
    observations.push({
      is: 'conversation',
      sense: 'page',
      conversation,
      at: look.at,
      ...(buyer && { buyer }),
      ...(waiting !== null && { waiting }),
      ...(unread !== null && { unread }),
    });
  });
  return { observations, rows: found.elements.length, named, nameless };
}

/** One per row; `null` where it is unknown, or shared by two rows and so not theirs. */
function conversationIds(css: string, rows: readonly Element[], look: LookArgs): (string | null)[] {
  const answers = answersFor(rows, look.inPage(askConversations(css)));
  const ids = rows.map((_, i) => conversationOf(answers[i] ?? {}));
  return ids.map(id => (id !== null && ids.indexOf(id) === ids.lastIndexOf(id) ? id : null));
}

/** Only the known words say anything; that messages are unread never does. */
function waitingIn(row: Element, name: Element | null): boolean | null {
  // The preview may hold either word as a message, or the platform's translation of one (tiktok-shop.md section 2).
  const preview = name?.parentElement?.parentElement?.nextElementSibling?.querySelector('span') ?? null;
  const waits = saysAlone(row, words.waiting, [name, preview]);
  const answered = saysAlone(row, words.answered, [name, preview]);
  return waits === answered ? null : waits;
}

function unreadIn(row: Element): number | null {
  const text = findFirst(row, 'unread-badge')?.textContent?.trim() ?? '';
  const found = /^(\d{1,4})\+?$/.exec(text);
  return found ? Number(found[1]) : null;
}
