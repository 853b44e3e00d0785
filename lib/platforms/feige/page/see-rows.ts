import { namedChat } from '../../../chat/named-chat';
import type { Observation, SeenConversation } from '../../../chat/observation';
import type { VagueInstant } from '../../../chat/vague-instant';
import { notUnderstood } from '../../not-understood';
import { buyerName, isNoBuyer } from './buyer-name';
import { findAll, findFirst } from './find';
import type { OpenChat } from './open-chat';
import { readRowTimer } from './row-timer';
import { selectors, systemSection } from './selectors';

export interface RowsSeen {
  readonly observations: readonly Observation[];
  readonly rows: number;
  /** Rows in which a name was found, and in which a time cell was. */
  readonly named: number;
  readonly timed: number;
  readonly nameless: number;
  /** The buyer of the open chat, where a row bears one of its names; and since when that row waits. */
  readonly openBuyer: string | null;
  readonly openSince: VagueInstant | null;
}

interface Row {
  readonly buyer: string;
  readonly waiting: boolean | null;
  readonly since: VagueInstant | null;
  readonly unread: number | null;
}

/**
 * What the rows of the conversation list say at `at`, ms. No row names its conversation, so each is a chat known by its
 * buyer's name, but for the one that is open. Rows in the page are not all rows there are: the list is virtualised.
 */
export function seeRows(document: Document, open: OpenChat, at: number): RowsSeen {
  const elements = findAll(document, 'conversation-row')?.elements ?? [];
  const rows: Row[] = [];
  const unread: Observation[] = [];
  let [named, timed, nameless] = [0, 0, 0];
  for (const element of elements) {
    const buyer = buyerName(element);
    const cell = findFirst(element, 'row-timer')?.textContent ?? null;
    if (buyer !== '') named++;
    if (cell !== null) timed++;
    if (isNoBuyer(buyer) || element.closest(systemSection)) continue;
    const timer = cell === null ? null : readRowTimer(cell, at);
    if (!timer || (timer.is === 'waiting' && !timer.since)) unread.push(notUnderstood('row-timer'));
    if (buyer === '') nameless++;
    else rows.push({ buyer, ...waitIn(element, timer), unread: unreadIn(element) });
  }
  const openBuyer = open.named
    ? onlyOne(
        open.names.find(name => rows.some(({ buyer }) => buyer === name)),
        rows,
      )
    : null;
  const openRow = rows.find(({ buyer }) => buyer === openBuyer);
  return {
    observations: [...statesOf(rows, openRow, open, at), ...unread],
    rows: elements.length,
    named,
    timed,
    nameless,
    openBuyer,
    openSince: openRow?.since ?? null,
  };
}

/** A name that two rows bear tells neither from the other. */
function onlyOne(name: string | undefined, rows: readonly Row[]): string | null {
  return name !== undefined && rows.filter(({ buyer }) => buyer === name).length === 1 ? name : null;
}

function waitIn(element: Element, timer: ReturnType<typeof readRowTimer>): Pick<Row, 'waiting' | 'since'> {
  if (timer) return { waiting: timer.is === 'waiting', since: timer.is === 'waiting' ? timer.since : null };
  // Not reliable on the open row, so it only ever speaks where the time cell does not (one source).
  const marked = selectors['needs-reply'].some(({ css }) => element.matches(css));
  return { waiting: marked ? true : null, since: null };
}

function unreadIn(element: Element): number | null {
  // It may be a tag instead, such as `服务态度预警`.
  const found = /^(\d{1,4})\+?$/.exec(findFirst(element, 'unread-badge')?.textContent?.trim() ?? '');
  return found ? Number(found[1]) : null;
}

function statesOf(rows: readonly Row[], openRow: Row | undefined, open: OpenChat, at: number): SeenConversation[] {
  const states: SeenConversation[] = [];
  for (const [buyer, alike] of Map.groupBy(rows, row => row.buyer)) {
    // Those who call themselves alike are told apart by who waits longest, so that an older wait keeps its place.
    const inOrder = alike.sort((a, b) => startOf(a) - startOf(b));
    inOrder.forEach((row, ordinal) => {
      const { waiting, since, unread } = row;
      const isOpen = row === openRow && open.named;
      states.push({
        is: 'conversation',
        sense: 'page',
        ...(isOpen ? open.named : { conversation: namedChat(buyer, ordinal) }),
        at,
        buyer,
        ...(waiting !== null && { waiting }),
        ...(since && { waitingSince: since.at, waitingUncertain: since.uncertain }),
        ...(unread !== null && { unread }),
      });
    });
  }
  return states;
}

const startOf = ({ since }: Row) => since?.at ?? Number.POSITIVE_INFINITY;
