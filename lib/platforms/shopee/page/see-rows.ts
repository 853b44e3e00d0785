import type { Observation, SeenMessage } from '../../../chat/observation';
import { answersFor } from '../../answers-for';
import { idOf, nameOf } from '../../json-record';
import type { InPageAnswer, LookArgs } from '../../platform';
import { lastWord, waitingBy } from '../see-conversation';
import { askConversations } from './ask-conversations';
import { findAll, findFirst } from './find';
import { openRow } from './selectors';

export interface RowsSeen {
  readonly observations: readonly Observation[];
  readonly rows: number;
  readonly named: number;
  readonly nameless: number;
  /** The newest message of the chat whose thread is open, where its row tells it. */
  readonly open: SeenMessage | null;
}

/** What the rows of the conversation list say. Rows in the page are not all rows there are: the list is virtualised. */
export function seeRows(document: Document, look: LookArgs): RowsSeen {
  const found = findAll(document, 'conversation-row');
  if (!found) return { observations: [], rows: 0, named: 0, nameless: 0, open: null };
  const answers = answersFor(found.elements, look.inPage(askConversations(found.css)));
  const ids = found.elements.map((_, i) => idOf(answers[i]?.id));
  const inSection = sections(document);
  const observations: Observation[] = [];
  let named = 0;
  let nameless = 0;
  let open: SeenMessage | null = null;
  found.elements.forEach((row, i) => {
    const answer = answers[i] ?? {};
    const shown = shownName(row);
    if (shown !== '') named++;
    const buyer = shown || nameOf(answer.to_name);
    const conversation = ids[i] ?? '';
    // An id that two rows claim is neither's.
    if (conversation === '' || ids.indexOf(conversation) !== ids.lastIndexOf(conversation)) {
      nameless++;
      return;
    }
    const shop = idOf(answer.shop_id);
    const last = lastOf(answer, look.at);
    const unread = unreadIn(row);
    const waiting = inSection(row);
    observations.push({
      is: 'conversation',
      sense: 'page',
      ...(shop !== '' && { account: shop }),
      conversation,
      at: look.at,
      ...(buyer !== '' && { buyer }),
      ...(waiting === false ? { waiting } : { ...waitingBy(last), ...(waiting && { waiting }) }),
      ...(unread !== null && { unread }),
    });
    if (!last) return;
    observations.push(last);
    if (row.matches(openRow)) open = last;
  });
  return { observations, rows: found.elements.length, named, nameless, open };
}

/**
 * The row's newest message, where its object holds all that makes one; nobody recorded that it does. Whether a card on
 * the shop's side has text with it the object does not say, so that is left to the network.
 */
function lastOf(answer: InPageAnswer, at: number): SeenMessage | null {
  const last = lastWord(answer, { sense: 'page', at });
  return last?.is === 'message' && last.author !== 'system' ? last : null;
}

function shownName(row: Element): string {
  const name = findFirst(row, 'buyer-name');
  return nameOf(name?.getAttribute('title')) || nameOf(name?.textContent);
}

/** The number stands beside the preview, without a name of its own. */
function unreadIn(row: Element): number | null {
  const text = findFirst(row, 'preview')?.nextElementSibling?.textContent?.trim() ?? '';
  const found = /^(\d{1,4})\+?$/.exec(text);
  return found ? Number(found[1]) : null;
}

/**
 * The platform's own sections, by their headings among the rows: above "replied" and below "unreplied" somebody waits.
 * `null` where neither heading is drawn, for then nothing tells. A row may stay for a while where it was.
 */
function sections(document: Document): (row: Element) => boolean | null {
  const unreplied = findFirst(document, 'unreplied');
  const replied = findFirst(document, 'replied');
  const isAfter = (row: Element, heading: Element | null) =>
    heading !== null && (heading.compareDocumentPosition(row) & 4) /* Node.DOCUMENT_POSITION_FOLLOWING */ !== 0;
  return row => {
    if (isAfter(row, replied)) return false;
    return isAfter(row, unreplied) || replied !== null ? true : null;
  };
}
