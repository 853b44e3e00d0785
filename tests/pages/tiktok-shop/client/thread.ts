import { keepChildren } from '../../client/keep-children.ts';
import { markCard } from './expandos.ts';
import type { PageLook } from './look.ts';
import type { Make } from './names.ts';
import type { MessageView, OpenThread } from './page-view.ts';
import { messageLabel } from './time-labels.ts';

interface Labelled {
  message: MessageView;
  label: string | undefined;
}

const quietMinutes = 5;

export function renderMessages(content: HTMLElement, thread: OpenThread, look: PageLook, make: Make): void {
  keepChildren(content, labelled(thread.messages, look), {
    key: ({ message }) => message.id,
    signature: ({ message, label }) => JSON.stringify([message, label]),
    make: () => make('card', 'div'),
    fill: (element, { message, label }) => {
      element.replaceChildren(messageRow(message, label, look, make));
      markCard(element, message, look);
    },
  });
}

/** A row bears a label only after some quiet; the others are meant to be read with the one before them. */
function labelled(messages: readonly MessageView[], look: PageLook): Labelled[] {
  let labelledAt = Number.NEGATIVE_INFINITY;
  return messages.map(message => {
    if (message.at - labelledAt < quietMinutes * 60_000) return { message, label: undefined };
    labelledAt = message.at;
    return { message, label: messageLabel(message.at, look) };
  });
}

function messageRow(message: MessageView, label: string | undefined, look: PageLook, make: Make): HTMLElement {
  const row = make(`${message.side}Message`, 'div');
  if (label !== undefined) {
    row.append(make('messageTime', 'div', make('messageTimeText', look.layout === 'unknown' ? 'i' : 'time', label)));
  }
  row.append(message.side === 'system' ? make('messageSystemContent', 'div', message.text) : bubble(message, make));
  return row;
}

function bubble(message: MessageView, make: Make): HTMLElement {
  const main = make(`${message.side}BubbleMain`, 'div', contentOf(message, make));
  if (message.translation !== undefined) {
    main.append(make('translation', 'div', make('translationText', 'pre', message.translation)));
  }
  return make(`${message.side}Bubble`, 'div', main);
}

/** Text stands in a `pre`; pictures have none; how cards look in the document was never recorded. */
function contentOf(message: MessageView, make: Make): HTMLElement {
  if (message.content === 'text') return make('words', 'pre', message.text);
  if (message.content === 'picture') return make('picture', 'div', make('pixels', 'i'));
  return make('goods', 'div', make('goodsTitle', 'div', message.text), make('goodsPrice', 'div', 'Rp 89.000'));
}
