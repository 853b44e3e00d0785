import { hashLetters } from '../../client/hash-letters.ts';
import type { Layout, PageLook } from './look.ts';

export interface Name {
  testid?: string;
  id?: string;
  classes?: string;
}

type Names = Readonly<Record<string, Name>>;

const shared: Names = {
  // No other name for it is recorded on any host.
  username: { testid: 'chat.chatroom.conversation_card_username' },
  badge: { classes: 'p-badge' },
  scrollView: { classes: 'chatd-scrollView' },
  scrollContent: { classes: 'chatd-scrollView-content' },
  messageTime: { classes: 'chatd-message-time' },
  messageTimeText: { classes: 'chatd-time' },
  picture: { classes: 'chatd-imageMessage' },
  dialog: { classes: 'p-modal' },
  send: { id: 'chat-input-send-button' },
};

/** The stable names around the page's hashed ones, as different hosts showed them. */
const namesOf: Record<Layout, Names> = {
  // Vietnam and Thailand, 2026.
  testid: {
    ...shared,
    list: { testid: 'chat.chatroom.conversation_list' },
    row: { testid: 'chat.chatroom.conversation_card' },
    badgeNumber: { classes: 'p-badge-number' },
    card: { testid: 'chat.chatroom.message_card' },
    leftMessage: { classes: 'chatd-message chatd-message--left' },
    rightMessage: { classes: 'chatd-message chatd-message--right' },
    systemMessage: { classes: 'chatd-message' },
    leftBubble: { classes: 'chatd-bubble chatd-bubble--left' },
    rightBubble: { classes: 'chatd-bubble chatd-bubble--right' },
  },
  // Indonesia, 2025: no test ids on rows and messages.
  classic: {
    ...shared,
    composerBox: { id: 'chat-input-textarea' },
    leftMessage: { classes: 'chatd-message' },
    rightMessage: { classes: 'chatd-message' },
    systemMessage: { classes: 'chatd-message' },
    leftBubble: { classes: 'chatd-bubble chatd-bubble--other' },
    rightBubble: { classes: 'chatd-bubble chatd-bubble--self' },
    leftBubbleMain: { classes: 'chatd-bubble-main chatd-bubble-main--other' },
    rightBubbleMain: { classes: 'chatd-bubble-main chatd-bubble-main--self' },
  },
  // A page after an update that renamed everything.
  unknown: {},
};

/** Row ids are positions in the list; the unknown page has none. */
export function rowId(layout: Layout, index: number): string {
  return layout === 'unknown' ? '' : `chat-room-conversation-list-item-${index}`;
}

export function nameOf(thing: string, layout: Layout): Name {
  return namesOf[layout][thing] ?? {};
}

/** The letters that a build adds: others at every start of the server. */
export function hashedClass(thing: string, look: Pick<PageLook, 'layout' | 'salt'>): string {
  const letters = hashLetters(thing + look.salt);
  return look.layout === 'unknown' ? `c${letters}` : `${thing}__${letters}`;
}

export type Make = (thing: string, tag: string, ...children: (Node | string)[]) => HTMLElement;

/** Makes elements that carry both sorts of names. */
export function maker(document: Document, look: PageLook): Make {
  return (thing, tag, ...children) => {
    const element = document.createElement(tag);
    const { testid, id, classes } = nameOf(thing, look.layout);
    element.className = classes === undefined ? hashedClass(thing, look) : `${classes} ${hashedClass(thing, look)}`;
    if (testid !== undefined) element.dataset.testid = testid;
    if (id !== undefined) element.id = id;
    element.append(...children);
    return element;
  };
}
