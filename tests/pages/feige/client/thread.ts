import { keepChildren } from '../../client/keep-children.ts';
import { giveId } from './late-ids.ts';
import type { PageLook } from './look.ts';
import { halfHashed, isNamed, type Make } from './names.ts';
import type { MessageView, OpenThread } from './page-view.ts';
import { pixel } from './pixel.ts';
import { messageLabel } from './time-labels.ts';
import { words } from './words.ts';

interface Labelled {
  message: MessageView;
  label: string | undefined;
}

const quietMs = 5 * 60_000;

export function renderMessages(list: HTMLElement, thread: OpenThread, look: PageLook, make: Make): void {
  keepChildren(list, labelled(thread.messages, look), {
    key: ({ message }) => message.id,
    signature: ({ message, label }) => JSON.stringify([message, label]),
    make: () => {
      const wrapper = make('message', 'div');
      if (isNamed(look.layout) && look.messageName === 'qa') wrapper.dataset.qaId = 'qa-message-warpper';
      return wrapper;
    },
    fill: (element, { message, label }) => {
      const time = label === undefined ? [] : [make('messageTime', 'div', label)];
      element.replaceChildren(...time, ...parts(message, look, make));
    },
  });
}

/** A message bears a label only after some quiet: our choice. */
function labelled(messages: readonly MessageView[], look: PageLook): Labelled[] {
  let labelledAt = Number.NEGATIVE_INFINITY;
  return messages.map(message => {
    if (message.at - labelledAt < quietMs) return { message, label: undefined };
    labelledAt = message.at;
    return { message, label: messageLabel(message.at, look.now(), look.datedLabels) };
  });
}

function parts(message: MessageView, look: PageLook, make: Make): HTMLElement[] {
  const bubble = make(`${message.side}Bubble`, 'div', contentOf(message, look, make));
  giveId(bubble, message.domId, look);
  const under = message.under === undefined ? [] : [make('under', 'div', message.under)];
  if (message.side === 'system') return [make('systemRow', 'div', bubble), ...under];
  const read = make('readMark', 'span', message.read ? words.read : words.unread);
  return [side(message, look, make, [bubble, ...(message.side === 'staff' ? [read] : [])]), ...under];
}

function side(message: MessageView, look: PageLook, make: Make, inner: readonly HTMLElement[]): HTMLElement {
  const isBuyer = message.side === 'buyer';
  const row = make(isBuyer ? 'buyerRow' : 'staffRow', 'div', avatar(look, make), ...inner);
  if (!isNamed(look.layout)) return row;
  if (look.sides !== 'inline') row.classList.add(halfHashed(isBuyer ? 'messageNotMe' : 'messageIsMe', look));
  if (look.sides !== 'class') row.style.flexDirection = isBuyer ? 'row' : 'row-reverse';
  return row;
}

function avatar(look: PageLook, make: Make): HTMLElement {
  const face = make('smallFace', 'img');
  face.setAttribute('src', pixel);
  if (isNamed(look.layout)) face.setAttribute('alt', '头像');
  return face;
}

/** Text stands in a `pre`, except where nothing bears a recorded name. */
function contentOf(message: MessageView, look: PageLook, make: Make): HTMLElement {
  if (message.content === 'card') return make('card', 'div', make('cardMain', 'div', message.text));
  if (message.content === 'text') return make('words', isNamed(look.layout) ? 'pre' : 'p', message.text);
  const picture = make('picture', 'img');
  picture.setAttribute('src', pixel);
  if (isNamed(look.layout)) picture.setAttribute('alt', '图片');
  return picture;
}
