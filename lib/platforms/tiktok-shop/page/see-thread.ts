import { isId } from '../../../chat/id-forms';
import type { Author, Kind } from '../../../chat/message';
import type { Observation } from '../../../chat/observation';
import type { VagueInstant } from '../../../chat/vague-instant';
import { answersFor } from '../../answers-for';
import { sentMs } from '../../instant-ms';
import type { InPageAnswer, LookArgs } from '../../platform';
import { askMessages } from './asks';
import { conversationOf } from './conversation-of';
import { findAll, findFirst } from './find';
import { type ThreadMessage, threadMessages } from './thread-messages';
import { readTimeLabel } from './time-label';

export interface ThreadSeen {
  readonly observations: readonly Observation[];
  readonly messages: number;
  readonly unsure: number;
  readonly nameless: number;
  /** Whether any message has a side. */
  readonly sided: boolean;
  /** Whether a message without side holds what only a bubble does. */
  readonly bubbleWithoutSide: boolean;
}

const nothing: ThreadSeen = {
  observations: [],
  messages: 0,
  unsure: 0,
  nameless: 0,
  sided: false,
  bubbleWithoutSide: false,
};

// server_message_id: decimal, above 2^53 (bytedance-im.md section 5). A client's own name for a message is not it.
const idPattern = /^\d{15,20}$/;
const chatType = '1000';

/** What the open thread shows. `thread` is the part of the page to look in. */
export function seeThread(document: Document, thread: ParentNode, look: LookArgs): ThreadSeen {
  const found = findAll(thread, 'message');
  if (!found) return nothing;
  const messages = threadMessages(thread, found.css);
  const answers = answersOf(document, found.css, look);
  const conversation = onlyConversation(messages, answers);
  const labels = new Map<string, VagueInstant | null>();
  const seen: Observation[] = [];
  const alike = counter();
  const inMinute = counter();
  let unsure = 0;
  let nameless = 0;
  for (const message of messages) {
    const answer = answers.get(message.element) ?? {};
    // Commands and closing notices may have objects too; only chat messages are known to read like this.
    if (answer.type !== undefined && answer.type !== chatType) continue;
    const author = authorOf(message, answer, look.accounts);
    if (author === null) {
      unsure++;
      continue;
    }
    const id = idOf(answer);
    const inConversation = conversationOf(answer) ?? conversation;
    const time = exactTime(answer, look.at) ?? labelTime(message.label, labels, look);
    if (inConversation === null || time === null) {
      nameless++;
      continue;
    }
    if (id === null) nameless++;
    const minute = Math.floor(time.at / 60_000);
    const ordinal = alike(`${author} ${minute}`);
    const place = inMinute(String(minute));
    // A vague time starts 1 ms later for each message before it in its minute, so that the thread's order survives;
    // it ends with the minute all the same.
    const moved = time.uncertain > 0 ? Math.min(place, time.uncertain) : 0;
    const uncertain = time.uncertain - moved;
    seen.push({
      is: 'message',
      sense: 'page',
      conversation: inConversation,
      ...(id === null ? { ordinal } : { id }),
      author,
      ...(author === 'seller' && answer.sender && isId(answer.sender) && { agent: answer.sender }),
      kind: kindOf(message),
      sentAt: time.at + moved,
      ...(uncertain > 0 && { uncertain }),
    });
  }
  for (const time of labels.values()) if (!time) seen.push({ is: 'not-understood', what: 'message-time' });
  return {
    observations: seen,
    messages: messages.length,
    unsure,
    nameless,
    sided: messages.some(({ side }) => side !== 'system'),
    bubbleWithoutSide: messages.some(
      ({ side, element }) => side === 'system' && findFirst(element, 'message-bubble') !== null,
    ),
  };
}

/** Counts by name: how many of that name there were before. */
function counter(): (name: string) => number {
  const counts = new Map<string, number>();
  return name => {
    const before = counts.get(name) ?? 0;
    counts.set(name, before + 1);
    return before;
  };
}

function answersOf(document: Document, css: string, look: LookArgs): ReadonlyMap<Element, InPageAnswer> {
  const elements = Array.from(document.querySelectorAll(css));
  const answers = answersFor(elements, look.inPage(askMessages(css)));
  return new Map(answers.map((answer, i) => [elements[i] as Element, answer]));
}

/** The thread's conversation, where the messages that name one agree. While a thread changes they may not. */
function onlyConversation(
  messages: readonly ThreadMessage[],
  answers: ReadonlyMap<Element, InPageAnswer>,
): string | null {
  const named = new Set<string>();
  for (const { element } of messages) {
    const conversation = conversationOf(answers.get(element) ?? {});
    if (conversation !== null) named.add(conversation);
  }
  const [only] = named;
  return named.size === 1 && only ? only : null;
}

/**
 * `null`: cannot be told. Person and robot look alike on the shop's side; only the sender tells them apart, once it is
 * known what the shop itself sends as (tiktok-shop.md section 3).
 */
function authorOf({ side }: ThreadMessage, answer: InPageAnswer, accounts: ReadonlySet<string>): Author | null {
  if (side === 'buyer' || side === 'system') return side;
  const sender = answer.sender;
  if (side === 'unknown' || sender === undefined || accounts.size === 0) return null;
  return accounts.has(sender) ? 'robot' : 'seller';
}

function idOf(answer: InPageAnswer): string | null {
  const ids = [answer.serverId, answer.rawId, answer.messageId];
  return ids.find(id => id !== undefined && idPattern.test(id)) ?? null;
}

function exactTime(answer: InPageAnswer, at: number): VagueInstant | null {
  const ms = answer.type === chatType ? sentMs(Number(answer.createTime), at) : null;
  return ms === null ? null : { at: ms, uncertain: 0 };
}

/** Each label is read once per look; one that cannot be read is remembered as such. */
function labelTime(label: string | null, read: Map<string, VagueInstant | null>, look: LookArgs): VagueInstant | null {
  if (label === null) return null;
  if (!read.has(label)) read.set(label, readTimeLabel(label, look.at, look.zone));
  return read.get(label) ?? null;
}

function kindOf({ element, side }: ThreadMessage): Kind {
  if (side === 'system') return 'notice';
  if (findFirst(element, 'message-image')) return 'image';
  return element.querySelector('pre') ? 'text' : 'other';
}
