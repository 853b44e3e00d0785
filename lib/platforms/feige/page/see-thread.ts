import type { Observation, SeenMessage } from '../../../chat/observation';
import type { VagueInstant } from '../../../chat/vague-instant';
import { notUnderstood } from '../../not-understood';
import type { LookArgs } from '../../platform';
import { findFirst } from './find';
import { messageId } from './message-id';
import type { OpenChat } from './open-chat';
import { readBubble } from './read-bubble';
import { threadMessages } from './thread-messages';
import { readTimeLabel } from './time-label';
import { withWait } from './with-wait';

export interface ThreadSeen {
  readonly observations: readonly Observation[];
  readonly messages: number;
  readonly unsure: number;
  readonly nameless: number;
  /** Some have no id yet, and may still get one. */
  readonly awaited: boolean;
  /** Of the messages that hold what only a person's bubble does: how many have a side, a label, an id or one to come. */
  readonly bubbles: { readonly all: number; readonly sided: number; readonly labelled: number; readonly named: number };
}

/** What the open thread shows. `since`: since when its row says that the buyer waits. */
export function seeThread(document: Document, open: OpenChat, since: VagueInstant | null, look: LookArgs): ThreadSeen {
  const messages = threadMessages(document);
  const labels = new Map<string, VagueInstant | null>();
  const alike = counter();
  const inMinute = counter();
  const bubbles = { all: 0, sided: 0, labelled: 0, named: 0 };
  const seen: SeenMessage[] = [];
  let unsure = 0;
  let nameless = 0;
  let awaited = false;
  for (const { element, side, label } of messages) {
    const id = messageId(element, look.at);
    if (findFirst(element, 'message-bubble')) {
      bubbles.all++;
      if (side !== 'system') bubbles.sided++;
      if (label !== null) bubbles.labelled++;
      if (id.is !== 'none') bubbles.named++;
    }
    if (id.is === 'awaited') {
      awaited = true;
      continue;
    }
    const bubble = readBubble(element, side, id.is === 'known' ? id.id : '');
    if (!bubble) {
      unsure++;
      continue;
    }
    const time = labelTime(label, labels, look);
    if (side !== 'system' && (id.is === 'none' || !time || !open.named)) nameless++;
    // A line of the platform's that bears no id is nothing to tell apart, and nothing that counts.
    if (!time || !open.named || (side === 'system' && id.is === 'none' && bubble.kind !== 'close')) continue;
    const minute = Math.floor(time.at / 60_000);
    const ordinal = alike(`${bubble.author} ${minute}`);
    // A vague time starts 1 ms later for each message before it in its minute, so that the thread's order survives; it
    // ends with the minute all the same.
    const moved = Math.min(inMinute(String(minute)), time.uncertain);
    const uncertain = time.uncertain - moved;
    seen.push({
      is: 'message',
      sense: 'page',
      ...open.named,
      ...(id.is === 'known' ? { id: id.id } : { ordinal }),
      ...bubble,
      sentAt: time.at + moved,
      ...(uncertain > 0 && { uncertain }),
    });
  }
  const unread = [...labels.values()].filter(time => !time).map(() => notUnderstood('message-time'));
  return {
    observations: [...withWait(seen, since), ...unread],
    messages: messages.length,
    unsure,
    nameless,
    awaited,
    bubbles,
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

/** Each label is read once per look; one that cannot be read is remembered as such. */
function labelTime(label: string | null, read: Map<string, VagueInstant | null>, look: LookArgs): VagueInstant | null {
  if (label === null) return null;
  if (!read.has(label)) read.set(label, readTimeLabel(label, look.at, look.zone));
  return read.get(label) ?? null;
}
