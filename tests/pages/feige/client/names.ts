import { hashLetters } from '../../client/hash-letters.ts';
import type { Layout, PageLook } from './look.ts';

interface Name {
  id?: string;
  /** `data-qa-id` */
  qa?: string;
  /** Class names that stay. */
  classes?: string;
  /** The readable half of a class name whose other half changes with every build. */
  fragment?: string;
}

/** The names that were recorded, spelt as they were (feige, section 2). What is not here has none. */
const names: Readonly<Record<string, Name>> = {
  list: { id: 'chantListScrollArea' },
  scroller: { classes: 'scroller' },
  scrollerContent: { classes: 'scroller_content' },
  items: { classes: 'list_items' },
  waitingBox: { classes: 'pigeonChatNotScrollBox' },
  recentBox: { classes: 'pigeonChatScrollBox' },
  nickname: { qa: 'qa-conversation-nickname' },
  nameLine: { fragment: 'nameLine' },
  nameContent: { fragment: 'NameContent' },
  preview: { fragment: 'msgContent' },
  timer: { fragment: 'timerParticular' },
  badge: { fragment: 'badge-count' },
  userLabel: { fragment: 'userLabel' },
  cardTag: { fragment: 'cardTag' },
  activeTab: { qa: 'qa-active-chat-tab' },
  lastTab: { qa: 'qa-last-chat-tab' },
  topbar: { id: 'topbar-left-info' },
  messages: { classes: 'messageList' },
  message: { classes: 'msgItemWrap' },
  card: { classes: 'chatd-card' },
  cardMain: { classes: 'chatd-card-main' },
  input: { qa: 'qa-send-message-textarea' },
  send: { qa: 'qa-send-message-button' },
  transfer: { qa: 'qa-transfer-conversation' },
};

/** Class names of letters alone, others at every start of the server. */
export function hashedClass(thing: string, look: Pick<PageLook, 'salt'>): string {
  return `c${hashLetters(thing + look.salt)}`;
}

/** A readable class name with letters behind it. */
export function halfHashed(fragment: string, look: Pick<PageLook, 'salt'>): string {
  return `${fragment}__${hashLetters(fragment + look.salt)}`;
}

export function isNamed(layout: Layout): boolean {
  return layout !== 'unknown';
}

export type Make = (thing: string, tag: string, ...children: (Node | string)[]) => HTMLElement;

/** Makes elements that bear what is recorded and a class that is not. */
export function maker(document: Document, look: PageLook): Make {
  return (thing, tag, ...children) => {
    const element = document.createElement(tag);
    const { id, qa, classes, fragment } = (isNamed(look.layout) ? names[thing] : undefined) ?? {};
    element.className = hashedClass(thing, look);
    if (classes !== undefined) element.classList.add(classes);
    if (fragment !== undefined) element.classList.add(halfHashed(fragment, look));
    if (qa !== undefined) element.dataset.qaId = qa;
    if (id !== undefined) element.id = id;
    element.append(...children);
    return element;
  };
}
