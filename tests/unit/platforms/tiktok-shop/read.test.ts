// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lookInPage } from '../../../../lib/page-world/look-in-page';
import type { LookArgs, PageReading } from '../../../../lib/platforms/platform';
import { tiktokShop } from '../../../../lib/platforms/tiktok-shop/tiktok-shop';

const inbox = readFileSync('tests/unit/platforms/pages/inbox.html', 'utf8');
const at = Date.UTC(2026, 10, 22, 11, 0, 0);
const shop = '7490000000000000001';
const person = '7490000000000000777';
const buyer = '7490000000000000555';
const chats = ['7490000000000009001', '7490000000000009002', '7490000000000009003'];
const first = Date.UTC(2026, 10, 22, 10, 40, 12, 345);

type Read = Extract<PageReading, { is: 'read' }>;

const look = (more: Partial<LookArgs> = {}): LookArgs => ({
  at,
  zone: 'Asia/Jakarta',
  url: new URL('https://seller-id.tokopedia.com/chat/inbox/current'),
  inPage: ask => lookInPage(document, ask),
  accounts: new Set([shop]),
  ...more,
});

function read(more: Partial<LookArgs> = {}): Read {
  const reading = tiktokShop.page.read(document, look(more));
  if (reading.is !== 'read') throw new Error(reading.is);
  return reading;
}

const all = (css: string) => Array.from(document.querySelectorAll<HTMLElement>(css));
const rows = () => all('[id^="chat-room-conversation-list-item"]');
const cards = () => all('.chatd-message').map(message => message.closest('[data-testid]') ?? message);

function put(element: Element | undefined, name: string, value: unknown) {
  if (!element) throw new Error('no such element');
  Object.defineProperty(element, name, { value, configurable: true });
}

const message = (id: string, sender: string, createTime: number, more: object = {}) => ({
  messageServerId: id,
  rawMessage: { serverId: id, conversationId: chats[0] },
  sender,
  createTime,
  msgType: 1000,
  ...more,
});

/** React 16 as recorded: the message hangs some steps above the card. */
function put16(card: Element | undefined, object: object) {
  const above = { return: { return: { memoizedProps: { message: object } } } };
  put(card, '__reactInternalInstance$abc', { memoizedProps: { className: 'x' }, ...above });
}

function putObjects() {
  rows().forEach((row, i) => {
    put(row, '__reactEventHandlers$abc', {
      children: [null, { props: { contact: { conversationId: chats[i], pigeonUid: buyer } } }],
    });
  });
  const [, ask, auto, reply, photo] = cards();
  put16(ask, message('7490000000000100001', buyer, first));
  put16(auto, message('7490000000000100002', shop, first + 350));
  put16(reply, message('7490000000000100003', person, first + 120_000));
  put16(photo, message('7490000000000100004', buyer, first + 180_000));
}

beforeEach(() => {
  document.body.innerHTML = inbox;
  putObjects();
});

const seen = (is: string, reading = read()) => reading.observations.filter(each => each.is === is);
const inChat = { is: 'message', sense: 'page', conversation: chats[0] };

describe('the conversation list', () => {
  it("gives names, marks of waiting and unread numbers, by the page's own ids", () => {
    const row = { is: 'conversation', sense: 'page', at };
    expect(seen('conversation')).toEqual([
      { ...row, conversation: chats[0], buyer: 'Sari Contoh', waiting: true, unread: 2 },
      // A buyer may call himself anything, and write it too.
      { ...row, conversation: chats[1], buyer: 'Unreplied', waiting: false },
      { ...row, conversation: chats[2], buyer: 'Budi Rekaan', unread: 99 },
    ]);
    expect(read()).toMatchObject({ rows: 3, missing: [] });
  });

  it('is read by the names of later React versions too', () => {
    document.body.innerHTML = inbox;
    const [one, two, three] = rows();
    put(one, '__reactProps$x', { children: { props: { contact: { conversationId: chats[0] } } } });
    put(two, '__reactFiber$x', { return: { memoizedProps: { contact: { conversationId: chats[1] } } } });
    put(three, '__reactFiber$x', { memoizedProps: { contact: { conversationId: chats[2] } } });
    expect(seen('conversation').map(each => each.is === 'conversation' && each.conversation)).toEqual(chats);
  });

  it('credits nobody where two rows claim the same chat', () => {
    const contact = { contact: { conversationId: chats[2] } };
    put(rows()[0], '__reactEventHandlers$abc', { children: [{ props: contact }] });
    const reading = read();
    expect(seen('conversation', reading)).toHaveLength(1);
    expect(reading.nameless).toBe(3);
  });

  it('credits nobody where the page changed while it was asked', () => {
    const reading = read({ inPage: ask => lookInPage(document, ask).slice(1) });
    expect(reading.observations).toEqual([]);
    expect(reading.missing).toEqual([]);
    // Two messages on the shop's side cannot be told apart either; the others have no conversation.
    expect(reading).toMatchObject({ rows: 3, messages: 5, nameless: 6, unsure: 2 });
  });

  it('is not broken when the page says that there are no chats', () => {
    document.body.innerHTML = '<main><p> 暂无会话中用户 </p></main>';
    expect(read()).toMatchObject({ missing: [], rows: 0, messages: 0, observations: [] });
  });

  it('is broken when the page says so while a badge is in the list', () => {
    document.body.innerHTML =
      '<p>暂无会话中用户</p><div data-testid="chat.chatroom.conversation_list"><span class="p-badge">1</span></div>';
    expect(read().missing).toEqual(['conversation-row']);
  });

  it('is never taken for empty where nothing is recognised', () => {
    document.body.innerHTML = '<main>Loading</main>';
    expect(read().missing).toEqual(['conversation-list', 'conversation-row']);
    document.body.innerHTML = '<div data-testid="chat.chatroom.conversation_list"></div>';
    expect(read().missing).toEqual(['conversation-row']);
  });
});

describe('the open thread', () => {
  it('gives exact times, and tells a person from the shop by the sender', () => {
    expect(seen('message')).toEqual([
      { ...inChat, id: '7490000000000100001', author: 'buyer', kind: 'text', sentAt: first },
      { ...inChat, id: '7490000000000100002', author: 'robot', kind: 'text', sentAt: first + 350 },
      { ...inChat, id: '7490000000000100003', author: 'seller', agent: person, kind: 'text', sentAt: first + 120_000 },
      { ...inChat, id: '7490000000000100004', author: 'buyer', kind: 'image', sentAt: first + 180_000 },
    ]);
    // The entry line has neither an object nor a label before it.
    expect(read()).toMatchObject({ messages: 5, unsure: 0, nameless: 1 });
  });

  it('does not guess between person and robot before it is known what the shop sends as', () => {
    const reading = read({ accounts: new Set() });
    expect(reading.unsure).toBe(2);
    expect(seen('message', reading).map(each => each.is === 'message' && each.author)).toEqual(['buyer', 'buyer']);
  });

  it('has minutes where a message shows no object, in the order of the thread', () => {
    const [, ask, , , photo] = cards();
    put16(ask, {});
    put16(photo, {});
    photo?.insertAdjacentHTML('afterend', photo.outerHTML);
    const vague = { ...inChat, author: 'buyer' };
    // In its minute the photo is the first message, the copy of it the second.
    const minute = Date.UTC(2026, 10, 22, 10, 43);
    const reading = read();
    expect(seen('message', reading).filter(each => !('id' in each))).toEqual([
      { ...vague, kind: 'text', ordinal: 0, sentAt: Date.UTC(2026, 10, 22, 10, 40), uncertain: 59_999 },
      { ...vague, kind: 'image', ordinal: 0, sentAt: minute, uncertain: 59_999 },
      { ...vague, kind: 'image', ordinal: 1, sentAt: minute + 1, uncertain: 59_998 },
    ]);
    expect(reading.nameless).toBe(4);
  });

  it('counts what looks alike by author and minute, whatever was sent', () => {
    const [, ask, , , photo] = cards();
    put16(photo, {});
    put16(ask, {});
    const labels = all('.chatd-time');
    for (const label of labels) label.textContent = '17:43';
    const vague = seen('message').filter(each => !('id' in each));
    expect(vague).toMatchObject([
      { kind: 'text', ordinal: 0 },
      { kind: 'image', ordinal: 1 },
    ]);
  });

  it('counts a message with an id among those that look alike', () => {
    const [, ask] = cards();
    ask?.insertAdjacentHTML('afterend', ask.outerHTML);
    expect(seen('message').filter(each => 'ordinal' in each)).toMatchObject([{ ordinal: 1 }]);
  });

  it("keeps the platform's id where only the time is vague", () => {
    put16(cards()[1], message('7490000000000100001', buyer, Date.UTC(2099, 0, 1)));
    expect(seen('message')[0]).toEqual({
      ...inChat,
      id: '7490000000000100001',
      author: 'buyer',
      kind: 'text',
      sentAt: Date.UTC(2026, 10, 22, 10, 40),
      uncertain: 59_999,
    });
  });

  it("takes no client's own name for an id, and no rounded number", () => {
    put16(
      cards()[1],
      message('client-77', buyer, first, { rawMessage: { serverId: '7490000000000100001', conversationId: chats[0] } }),
    );
    put16(
      cards()[4],
      message('7490000000000100004', buyer, first, {
        messageServerId: Number('7490000000000100004'),
        rawMessage: { conversationId: chats[0] },
      }),
    );
    const messages = seen('message');
    expect(messages[0]).toMatchObject({ id: '7490000000000100001' });
    expect(messages.at(-1)).not.toHaveProperty('id');
  });

  it('passes over objects that are no chat messages', () => {
    put16(cards()[1], message('7490000000000100001', buyer, first, { msgType: 50001 }));
    expect(seen('message')).toHaveLength(3);
  });

  it('does not say what a message without object belongs to while two threads are mixed', () => {
    const [, ask, , , photo] = cards();
    put16(ask, {});
    put16(photo, message('7490000000000100004', buyer, first, { rawMessage: { conversationId: chats[1] } }));
    expect(seen('message').every(each => 'id' in each)).toBe(true);
    expect(read().nameless).toBe(2);
  });

  it('names a time label that it cannot read', () => {
    const [, ask] = cards();
    put16(ask, message('7490000000000100001', buyer, 0));
    const label = document.querySelector('.chatd-time');
    if (label) label.textContent = 'Hôm qua 5:46';
    expect(seen('not-understood')).toEqual([{ is: 'not-understood', what: 'message-time' }]);
  });

  it('sees no message in a list of chats without an open one', () => {
    for (const element of all('#chat-input-textarea, #chat-input-send-button')) element.remove();
    all('.chatd-scrollView-content').at(-1)?.remove();
    expect(read()).toMatchObject({ rows: 3, messages: 0, missing: [] });
  });
});

it("does not take the scroll area of the list for the thread's", () => {
  document.body.innerHTML = `<div data-testid="chat.chatroom.conversation_list">
    <div class="chatd-scrollView-content">rows of another make</div></div><button id="chat-input-send-button"></button>`;
  expect(read().missing).toEqual(['conversation-row', 'thread']);
});

describe('a page that changed its names', () => {
  const rename = (pattern: RegExp) => {
    document.body.innerHTML = inbox.replaceAll(pattern, 'renamed');
  };
  it.each([
    ['conversation-row', /chat\.chatroom\.conversation_card(?=")|chat-room-conversation-list-item/g],
    ['buyer-name', /chat\.chatroom\.conversation_card_username/g],
    ['thread', /chatd-scrollView-content/g],
    ['message', /chat\.chatroom\.message_card|chatd-message(?=[ "])/g],
    ['message-side', /chatd-(?:message|bubble)--\w+/g],
  ])('names %s as missing', (name, pattern) => {
    rename(pattern);
    expect(read().missing).toEqual([name]);
  });

  it('names list and rows when neither is found', () => {
    rename(/chat\.chatroom\.conversation_\w+|chat-room-conversation-list-item/g);
    expect(read().missing).toEqual(['conversation-list', 'conversation-row']);
  });

  it.each([
    ["the list's frame", /chat\.chatroom\.conversation_list/g],
    ['one of two names of a row', /chat\.chatroom\.conversation_card(?=")/g],
    ['one of two names of a message', /chat\.chatroom\.message_card/g],
    ['one of the names of a side', /chatd-message--\w+/g],
  ])('is still read without %s', (_, pattern) => {
    rename(pattern);
    expect(read()).toMatchObject({ missing: [], rows: 3, messages: 5 });
  });

  it('never looks like a page without chats, whichever element goes', () => {
    const count = all('#app *').length;
    let quiet = 0;
    for (let i = 0; i < count; i++) {
      document.body.innerHTML = inbox;
      all('#app *')[i]?.remove();
      const { rows: shown, missing } = read();
      if (shown === 0 && missing.length === 0) quiet++;
    }
    expect({ count: count > 40, quiet }).toEqual({ count: true, quiet: 0 });
  });
});

describe('a lost sign-in', () => {
  const readAny = (more: Partial<LookArgs> = {}) => tiktokShop.page.read(document, look(more));

  it('is seen by the address, and by the dialog over an unchanged one', () => {
    const url = new URL('https://seller.tiktokshopglobalselling.com/account/login');
    expect(readAny({ url })).toEqual({ is: 'signed-out' });
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div class="p-modal"><h1>Your Login has expired. Log in.</h1></div>',
    );
    expect(readAny()).toEqual({ is: 'signed-out' });
  });

  it('is not seen in another dialog, nor in what a buyer writes', () => {
    document.body.insertAdjacentHTML('beforeend', '<div class="p-modal">New version</div>');
    all('pre').forEach(pre => {
      pre.textContent = 'my login has expired';
    });
    expect(readAny().is).toBe('read');
  });
});

describe('reading', () => {
  it('leaves the page as it is, and touches nothing', () => {
    const before = document.documentElement.outerHTML;
    const touches = [
      vi.spyOn(HTMLElement.prototype, 'click'),
      vi.spyOn(HTMLElement.prototype, 'focus'),
      vi.spyOn(EventTarget.prototype, 'dispatchEvent'),
    ];
    expect(read().observations.length).toBeGreaterThan(5);
    expect(document.documentElement.outerHTML).toBe(before);
    for (const touch of touches) expect(touch).not.toHaveBeenCalled();
  });

  it('keeps nothing that was written', () => {
    expect(JSON.stringify(read())).not.toMatch(/word|translation|entered/);
  });

  it('never throws, even when everything does', () => {
    const inPage = () => {
      throw new Error('gone');
    };
    expect(read({ inPage })).toMatchObject({ missing: ['page'], observations: [] });
  });
});
