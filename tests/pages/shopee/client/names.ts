import { hashLetters } from '../../client/hash-letters.ts';
import type { PageLook } from './look.ts';

interface Name {
  cy?: string;
  id?: string;
  classes?: string;
}

/** The names that last, around the page's hashed ones. */
const names: Readonly<Record<string, Name>> = {
  listWrapper: { cy: 'webchat-conversation-list-wrapper' },
  list: { cy: 'webchat-conversation-list' },
  rowsGrid: { classes: 'ReactVirtualized__Grid ReactVirtualized__List' },
  rows: { classes: 'ReactVirtualized__Grid__innerScrollContainer' },
  name: { cy: 'webchat-conversation-cell-name' },
  preview: { cy: 'webchat-conversation-cell-message' },
  tab_unreplied: { id: 'tab_unreplied' },
  tab_manually_replied: { id: 'tab_manually_replied' },
  detail: { cy: 'webchat-conversation-detail' },
  detailChat: { cy: 'webchat-conversation-detail-chat' },
  detailMessages: { cy: 'webchat-conversation-detail-message-container' },
  sectionArea: { id: 'messageSection' },
  containerArea: { id: 'messagesContainer' },
  messagesGrid: { id: 'message-virtualized-list', classes: 'ReactVirtualized__Grid' },
  messages: { classes: 'ReactVirtualized__Grid__innerScrollContainer' },
  receive: { cy: 'webchat-message-receive' },
  send: { cy: 'webchat-message-send' },
  composer: { cy: 'webchat-conversation-detail-input', id: 'inputField' },
  station: { cy: 'webchat-station-root', id: 'workstation' },
};

/** A row's name depends on its state and on the page's age. */
export function rowName(isOpen: boolean, { row }: Pick<PageLook, 'row'>): string {
  if (row === 'container') return 'webchat-conversation-cell-container';
  return `webchat-conversation-cell-root${isOpen ? '-current' : ''}`;
}

/** Ten letters and digits that a build draws, the first a letter: others at every start of the server. */
export function hashedClass(thing: string, { salt }: Pick<PageLook, 'salt'>): string {
  return `E${hashLetters(thing + salt)}${hashLetters(salt + thing).slice(0, 3)}`;
}

export type Make = (thing: string, tag: string, ...children: (Node | string)[]) => HTMLElement;

/** Makes elements that carry both sorts of names; after a layout of the future only hashed ones are left. */
export function maker(document: Document, look: Pick<PageLook, 'layout' | 'salt'>): Make {
  return (thing, tag, ...children) => {
    const element = document.createElement(tag);
    const { cy, id, classes } = look.layout === 'named' ? (names[thing] ?? {}) : {};
    element.className = classes === undefined ? hashedClass(thing, look) : `${classes} ${hashedClass(thing, look)}`;
    if (cy !== undefined) element.setAttribute('data-cy', cy);
    if (id !== undefined) element.id = id;
    element.append(...children);
    return element;
  };
}
