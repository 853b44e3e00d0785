import { keepChildren } from '../../client/keep-children.ts';
import { clockTime, dayName } from './clock.ts';
import type { PageLook } from './look.ts';
import { hashedClass, type Make } from './names.ts';
import type { MessageView, OpenThread } from './page-view.ts';
import { makeRoom, place, placed } from './virtual.ts';

/** Our choice: a line with the day before the first message of each, as a bubble has only a clock time. */
export type ThreadItem = { is: 'day'; day: string } | { is: 'message'; message: MessageView };

const heights = { day: 36, text: 58, picture: 132, card: 84 };

export function heightOfThreadItem(item: ThreadItem): number {
  return item.is === 'day' ? heights.day : heights[item.message.shape];
}

export function threadItems(messages: readonly MessageView[], look: PageLook): ThreadItem[] {
  let before = '';
  return messages.flatMap(message => {
    const day = dayName(message.at, look);
    const isNew = day !== before;
    before = day;
    return isNew ? [{ is: 'day', day } as const, { is: 'message', message } as const] : [{ is: 'message', message }];
  });
}

/** Only messages near the scroll position are in the document. No id of theirs is. */
export function renderMessages(box: HTMLElement, thread: OpenThread, first: number, look: PageLook, make: Make): void {
  const { all, total } = placed(threadItems(thread.messages, look), heightOfThreadItem);
  makeRoom(box, total);
  keepChildren(box, all.slice(first, first + look.messagesInPage), {
    key: ({ item }) => (item.is === 'day' ? item.day : item.message.id),
    signature: at => JSON.stringify(at),
    make: () => make('messageRow', 'div'),
    fill: (element, at) => {
      place(element, at);
      const { item } = at;
      element.replaceChildren(item.is === 'day' ? make('day', 'div', item.day) : bubble(item.message, look, make));
    },
  });
}

function bubble(message: MessageView, look: PageLook, make: Make): HTMLElement {
  const element = make(message.side, 'div', content(message, look, make));
  if (!message.automatic || look.layout !== 'named') return element;
  if (look.automaticMarks === 'icon') {
    const icon = make('icon', 'i');
    icon.className = 'ChatbotUI-icon';
    element.append(icon);
  }
  if (look.automaticMarks === 'class')
    element.firstElementChild?.classList.add(`autoreply-${hashedClass('auto', look)}`);
  return element;
}

/** Text and clock are one string; how pictures and cards look was never recorded, but for their having no text. */
function content(message: MessageView, look: PageLook, make: Make): HTMLElement {
  const time = clockTime(message.at, look);
  if (message.shape === 'text') return make('words', 'pre', make('wordsLine', 'div', message.text + time));
  const inner = message.shape === 'picture' ? make('picture', 'i') : make('cardTitle', 'div', message.text);
  return make(message.shape, 'div', inner, make('pictureTime', 'div', time));
}
