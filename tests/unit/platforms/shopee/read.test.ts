// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lookInPage } from '../../../../lib/page-world/look-in-page';
import type { LookArgs, PageReading } from '../../../../lib/platforms/platform';
import { shopee } from '../../../../lib/platforms/shopee/shopee';
import { healthOf } from '../../../../lib/watch/health-of';
import { noNetworkSigns } from '../../../../lib/watch/network-signs';

const page = readFileSync('tests/unit/platforms/shopee/pages/chat.html', 'utf8');
const at = Date.UTC(2026, 10, 22, 13, 5, 0);
// 10:00 in São Paulo.
const written = Date.UTC(2026, 10, 22, 13, 0, 12, 345);
const shop = '280001111';
const shopUser = 280009999;
const buyers = [770001234, 770001235, 770001236];
const chats = ['1202580000770001234', '1202580000770001235', '1202580000770001236'];
const newest = ['2289301740393709938', '2289301740393709939', '2289301740393709940'];

type Read = Extract<PageReading, { is: 'read' }>;

const look = (more: Partial<LookArgs> = {}): LookArgs => ({
  at,
  zone: 'America/Sao_Paulo',
  url: new URL('https://seller.shopee.com.br/new-webchat/conversations'),
  inPage: ask => lookInPage(document, ask),
  accounts: new Set(),
  ...more,
});

function read(more: Partial<LookArgs> = {}): Read {
  const reading = shopee.page.read(document, look(more));
  if (reading.is !== 'read') throw new Error(reading.is);
  return reading;
}

const all = (css: string) => Array.from(document.querySelectorAll<HTMLElement>(css));
const rows = () => all('[data-cy^="webchat-conversation-cell-root"]');

/** The page's own object of a row's chat, five steps above the element. */
function put(row: Element | undefined, conversation: object) {
  if (!row) throw new Error('no such row');
  const above = { return: { return: { return: { return: { memoizedProps: { conversation } } } } } };
  Object.defineProperty(row, '__reactFiber$abc', { value: { memoizedProps: {}, return: above }, configurable: true });
}

/** As recorded: three fields of the chat. */
const known = (i: number) => ({ id: chats[i], to_id: buyers[i], to_name: `buyer ${i}` });
/** As the page receives it, if its object holds all of that. */
const full = (i: number, more: object = {}) => ({
  ...known(i),
  shop_id: Number(shop),
  latest_message_id: newest[i],
  latest_message_from_id: buyers[i],
  latest_message_type: 'text',
  latest_message_content: { text: 'words nobody keeps' },
  last_message_time_nano: `${written}678901`,
  ...more,
});

function show(conversationOf: (i: number) => object = known, html = page) {
  document.body.innerHTML = html;
  for (const [i, row] of rows().entries()) put(row, conversationOf(i));
}

beforeEach(() => show());

const seen = (is: string, reading = read()) => reading.observations.filter(each => each.is === is);
const row = { is: 'conversation', sense: 'page', at };

describe('the conversation list', () => {
  it('gives names, unread numbers, and who waits by the sections of the page', () => {
    expect(seen('conversation')).toEqual([
      { ...row, conversation: chats[0], buyer: 'sari.contoh', waiting: true, unread: 2 },
      // A buyer may call himself anything, and write it too.
      { ...row, conversation: chats[1], buyer: 'Replied (9)', waiting: true },
      { ...row, conversation: chats[2], buyer: 'budi.rekaan', waiting: false, unread: 99 },
    ]);
    expect(read()).toMatchObject({ rows: 3, messages: 4, missing: [], nameless: 0, unsure: 0 });
  });

  it.each<[string, string, (boolean | undefined)[]]>([
    ['both headings', '', [true, true, false]],
    ['the upper heading scrolled away', '#tab_unreplied', [true, true, false]],
    ['the lower heading not drawn yet', '#tab_manually_replied', [true, true, true]],
    ['no headings, as in other markets', '#tab_unreplied, #tab_manually_replied', [undefined, undefined, undefined]],
  ])('with %s', (_, gone, expected) => {
    for (const heading of gone ? all(gone) : []) heading.remove();
    expect(seen('conversation').map(each => ('waiting' in each ? each.waiting : undefined))).toEqual(expected);
  });

  it('gives the newest message of each row where the page has all of it at hand', () => {
    show(i => full(i, i === 2 ? { latest_message_from_id: shopUser } : {}));
    const message = { is: 'message', sense: 'page', account: shop, kind: 'text', sentAt: written };
    expect(seen('message')).toEqual([
      { ...message, conversation: chats[0], id: newest[0], author: 'buyer' },
      { ...message, conversation: chats[1], id: newest[1], author: 'buyer' },
      { ...message, conversation: chats[2], id: newest[2], author: 'seller', guess: 'side' },
    ]);
    expect(seen('conversation')[0]).toMatchObject({ account: shop, waiting: true, waitingSince: written });
    expect(seen('conversation')[2]).toEqual({
      ...row,
      account: shop,
      conversation: chats[2],
      buyer: 'budi.rekaan',
      waiting: false,
      unread: 99,
    });
  });

  it.each<[string, object]>([
    ['an id that was rounded', { latest_message_id: Number('2289301740393709938') }],
    ['nobody who wrote it', { latest_message_from_id: undefined }],
    ['a time that cannot be', { last_message_time_nano: '5' }],
    ['a card of the shop, with words or without', { latest_message_from_id: shopUser, latest_message_type: 'order' }],
  ])('makes no message of a row with %s', (_, more) => {
    show(i => (i === 0 ? full(i, more) : known(i)));
    const reading = read();
    expect(seen('message', reading)).toEqual([]);
    expect(seen('not-understood', reading)).toEqual([]);
  });

  it("takes the page's name for a buyer whose row shows none", () => {
    for (const name of all('[data-cy="webchat-conversation-cell-name"]').slice(1)) name.remove();
    expect(seen('conversation').map(each => each.is === 'conversation' && each.buyer)).toEqual([
      'sari.contoh',
      'buyer 1',
      'buyer 2',
    ]);
  });

  it('credits nobody where two rows claim the same chat, or the page changed while it was asked', () => {
    put(rows()[1], known(0));
    expect(seen('conversation')).toHaveLength(1);
    expect(read().nameless).toBe(2);
    expect(read({ inPage: ask => lookInPage(document, ask).slice(1) })).toMatchObject({
      observations: [],
      nameless: 3,
    });
  });

  it('is read by the older name of a row', () => {
    document.body.innerHTML = page.replaceAll(
      /webchat-conversation-cell-root(?:-current)?/g,
      'webchat-conversation-cell-container',
    );
    for (const [i, each] of all('[data-cy="webchat-conversation-cell-container"]').entries()) put(each, known(i));
    expect(read()).toMatchObject({ rows: 3, missing: [], nameless: 0 });
  });
});

describe('a list that shows nothing', () => {
  const empty = '<div data-cy="webchat-conversation-list"><div class="ReactVirtualized__Grid"></div></div>';

  it('may be a filter that finds nothing: not another layout, and not "nobody waits" either', () => {
    document.body.innerHTML = empty;
    expect(read()).toMatchObject({ rows: 0, missing: [], blank: true });
  });

  it('is another layout where it draws something all the same', () => {
    document.body.innerHTML = empty.replace(
      '</div></div>',
      '<div class="ReactVirtualized__Grid__innerScrollContainer"><p>who?</p></div></div></div>',
    );
    expect(read().missing).toEqual(['conversation-row']);
    expect(read().blank).toBeUndefined();
  });

  it('is never taken for empty where no list is', () => {
    document.body.innerHTML = '<main>Loading</main>';
    expect(read().missing).toEqual(['conversation-list', 'conversation-row']);
  });
});

describe('the open thread', () => {
  const fromShop = (i: number) => full(i, { latest_message_from_id: shopUser });
  const lastBubble = () => all('[data-cy="webchat-message-send"]').at(-1);

  it('makes no message: a bubble has a clock, and no day', () => {
    expect(read().messages).toBe(4);
    expect(seen('message')).toEqual([]);
  });

  it.each(['class', 'icon'])("shows by a mark (%s) that the chat's newest message looks automatic", mark => {
    show(fromShop);
    const bubble = lastBubble();
    if (mark === 'class') bubble?.classList.add('XsR-autoreply-3');
    else bubble?.insertAdjacentHTML('beforeend', '<i class="ChatbotUI-icon"></i>');
    const messages = seen('message');
    expect(messages).toHaveLength(3);
    expect(messages[0]).toMatchObject({ id: newest[0], author: 'robot', guess: 'mark' });
    expect(messages[1]).toMatchObject({ author: 'seller', guess: 'side' });
  });

  it.each<[string, () => void]>([
    ['another minute', () => lastBubble()?.querySelector('pre > div')?.append('x10:01')],
    ['the buyer’s side', () => lastBubble()?.setAttribute('data-cy', 'webchat-message-receive')],
    [
      'an older bubble',
      () => lastBubble()?.insertAdjacentHTML('afterend', '<p data-cy="webchat-message-send">10:00</p>'),
    ],
    ['a chat whose row is not drawn', () => rows()[0]?.remove()],
    ['a chat in which the buyer wrote last', () => put(rows()[0], full(0))],
  ])('says nothing by a mark on %s', (_, change) => {
    show(fromShop);
    lastBubble()?.classList.add('autoreply');
    change();
    expect(seen('message').filter(each => each.is === 'message' && each.author === 'robot')).toEqual([]);
  });

  it('names its clocks where none of its texts ends in one', () => {
    for (const text of all('pre > div')) text.textContent = 'words nobody keeps 9.58';
    expect(seen('not-understood')).toEqual([{ is: 'not-understood', what: 'message-time' }]);
  });
});

describe('a page that changed its names', () => {
  it.each([
    ['conversation-row', /webchat-conversation-cell-root(?:-current)?/g],
    ['buyer-name', /webchat-conversation-cell-name/g],
    ['thread', /messageSection|webchat-conversation-detail-message-container/g],
    ['message', /webchat-message-(?:send|receive)/g],
  ])('names %s as missing', (name, pattern) => {
    show(known, page.replaceAll(pattern, 'renamed'));
    expect(read().missing).toEqual([name]);
  });

  it('names list and rows when neither is found', () => {
    show(known, page.replaceAll(/webchat-conversation-(?:list|cell)[\w-]*/g, 'renamed'));
    expect(read().missing).toEqual(['conversation-list', 'conversation-row']);
  });

  it.each([
    ["the list's frame", /webchat-conversation-list(?:-wrapper)?/g],
    ['one name of the thread', /messageSection/g],
    ['the composer', /webchat-conversation-detail-input/g],
    ['its drawing area', /ReactVirtualized__Grid__innerScrollContainer/g],
  ])('is still read without %s', (_, pattern) => {
    show(known, page.replaceAll(pattern, 'renamed'));
    expect(read()).toMatchObject({ missing: [], rows: 3, messages: 4 });
  });

  it('is never watched with nobody waiting, whichever element goes', () => {
    const health = (reading: Read) =>
      healthOf(
        {
          loadedAt: at - 60_000,
          shopKnown: true,
          page: reading,
          network: { ...noNetworkSigns, read: 5, chats: true },
          copiedFromLoad: true,
          openedBefore: false,
          blindSpots: { unseenByNetwork: 0, unseenByPage: 0 },
          deaf: false,
        },
        at,
      )?.state;
    const count = all('#root *').length;
    const states = Array.from({ length: count }, (_, i) => {
      show();
      all('#root *')[i]?.remove();
      const reading = read();
      return reading.rows === 0 ? health(reading) : 'rows';
    });
    expect(count).toBeGreaterThan(30);
    expect(states).not.toContain('watching');
    expect(new Set(states)).toEqual(new Set(['rows', 'partly', 'not-recognised']));
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
    expect(read().observations.length).toBeGreaterThan(2);
    expect(document.documentElement.outerHTML).toBe(before);
    for (const touch of touches) expect(touch).not.toHaveBeenCalled();
  });

  it('keeps nothing that was written', () => {
    show(full);
    expect(JSON.stringify(read())).not.toMatch(/words|automatic|we have/);
  });

  it('sees of a thousand chats those that are drawn, and calls the others nothing', () => {
    const list = document.querySelector('.ReactVirtualized__Grid__innerScrollContainer');
    list?.replaceChildren(...rows().slice(0, 1));
    expect(read()).toMatchObject({ rows: 1, missing: [] });
  });

  it('never throws, even when everything does', () => {
    const inPage = () => {
      throw new Error('gone');
    };
    expect(read({ inPage })).toMatchObject({ missing: ['page'], observations: [] });
  });
});
