// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { namedChat } from '../../../../lib/chat/named-chat';
import { feige } from '../../../../lib/platforms/feige/feige';
import type { LookArgs, PageReading } from '../../../../lib/platforms/platform';

const page = (name: string) => readFileSync(`tests/unit/platforms/feige/pages/${name}.html`, 'utf8');
const [workspace, split] = [page('workspace'), page('split')];
// Noon in Shanghai.
const at = Date.UTC(2026, 10, 23, 4, 0, 30);
const minute = (h: number, m: number) => Date.UTC(2026, 10, 23, h - 8, m);
const x = '5550001:7490001::2:1:pigeon';
const shop = { is: 'shop', seller: '7490001', account: '7490001', market: 'CN' };

type Read = Extract<PageReading, { is: 'read' }>;

const look = (more: Partial<LookArgs> = {}): LookArgs => ({
  at,
  zone: 'Asia/Shanghai',
  url: new URL('https://im.jinritemai.com/pc_seller_v2/main/workspace'),
  inPage: () => [],
  accounts: new Set(),
  ...more,
});

function read(more: Partial<LookArgs> = {}): Read {
  const reading = feige.page.read(document, look(more));
  if (reading.is !== 'read') throw new Error(reading.is);
  return reading;
}

const all = (css: string) => Array.from(document.querySelectorAll<HTMLElement>(css));
const one = (css: string): HTMLElement => {
  const [found] = all(css);
  if (!found) throw new Error(css);
  return found;
};
const row = (name: string): HTMLElement => {
  const rows = all('[data-qa-id="qa-conversation-chat-item"]');
  const found = rows.find(each => each.innerHTML.includes(`>${name}<`) || each.innerHTML.includes(`"${name}"`));
  if (!found) throw new Error(name);
  return found;
};
const seen = (is: string, reading = read()) => reading.observations.filter(each => each.is === is);
const state = (conversation: string, buyer: string) => ({ is: 'conversation', sense: 'page', conversation, at, buyer });
const waits = (from: number, to: number) => ({
  waiting: true,
  waitingSince: at - to * 1000,
  waitingUncertain: (to - from) * 1000,
});
const inX = { is: 'message', sense: 'page', conversation: x, account: '7490001' };

beforeEach(() => {
  document.body.innerHTML = workspace;
});

describe('the conversation list', () => {
  it('tells who waits since when: the open chat by its conversation, the others by their names', () => {
    expect(seen('conversation')).toEqual([
      { ...state(x, '林小禾'), account: '7490001', ...waits(45, 46), unread: 2 },
      { ...state(namedChat('周也'), '周也'), ...waits(180, 240) },
      // A buyer may call himself anything; a draft of our own says nothing.
      { ...state(namedChat('3分钟'), '3分钟'), waiting: false },
    ]);
    expect(read()).toMatchObject({ missing: [], rows: 4, messages: 6, nameless: 0, unsure: 0 });
    expect(seen('not-understood')).toEqual([]);
  });

  it('is read in the older layout, by other names and titles', () => {
    document.body.innerHTML = split;
    expect(seen('conversation')).toEqual([
      { ...state(namedChat('周也'), '周也'), ...waits(3600, 7200) },
      { ...state(x, '林小禾'), account: '7490001', waiting: false },
      { ...state(namedChat('叶子'), '叶子'), waiting: false },
    ]);
    expect(read()).toMatchObject({ missing: [], rows: 4, messages: 4, nameless: 0, unsure: 0 });
  });

  it('says whose shop it is by the open chat, and nothing where none is open', () => {
    expect(seen('shop')).toEqual([shop]);
    one('textarea').className = 'text_q9';
    for (const element of all('.messageList, #topbar-left-info')) element.remove();
    expect(seen('shop')).toEqual([]);
    expect(seen('conversation')[0]).toMatchObject({ conversation: namedChat('林小禾') });
    expect(read().missing).toEqual([]);
  });

  it('tells buyers of one name apart by who waits longest, and which of them is open by neither', () => {
    row('周也').innerHTML = row('周也').innerHTML.replace('周也', '林小禾');
    expect(seen('conversation')).toMatchObject([
      { conversation: namedChat('林小禾'), ...waits(180, 240) },
      { conversation: namedChat('林小禾', 1), ...waits(45, 46) },
      { conversation: namedChat('3分钟') },
    ]);
    // The thread is the open chat's all the same.
    expect(seen('message')[0]).toMatchObject({ conversation: x });
  });

  it.each(['智能客服', '系统通知', '平台通知', '服务通知', '官方通知', '客服助手', '飞鸽助手', '抖店助手'])(
    '%s is no buyer',
    name => {
      row('周也').innerHTML = row('周也').innerHTML.replace('周也', name);
      expect(seen('conversation')).toHaveLength(2);
    },
  );

  it('names what it cannot read: a timer, a name', () => {
    for (const text of ['刚刚', '几分钟']) {
      document.body.innerHTML = workspace;
      const cell = row('周也').querySelector('.timerParticular_q9');
      if (cell) cell.textContent = text;
      expect(seen('not-understood')).toEqual([{ is: 'not-understood', what: 'row-timer' }]);
    }
    row('周也').querySelector('[title]')?.removeAttribute('title');
    expect(read()).toMatchObject({ nameless: 1, missing: [] });
  });

  it.each(['6月20日', '昨天', '11:40', '3分钟'])('the time %s is nobody, where the name has not come yet', time => {
    const cell = row('周也').querySelector('.timerParticular_q9');
    row('周也').querySelector('[title]')?.removeAttribute('title');
    cell?.setAttribute('title', time);
    if (cell) cell.textContent = time;
    expect(seen('conversation')).toHaveLength(2);
    expect(read()).toMatchObject({ nameless: 1, missing: [] });
  });

  it('without its time cell a row is not taken for answered', () => {
    row('周也').querySelector('.timerParticular_q9')?.remove();
    row('3分钟').querySelector('.timerParticular_q9')?.remove();
    const [, marked, plain] = seen('conversation');
    // By its own mark the one waits, who knows since when; of the other nothing is known.
    expect(marked).toEqual({ ...state(namedChat('周也'), '周也'), waiting: true });
    expect(plain).toEqual(state(namedChat('3分钟'), '3分钟'));
    expect(seen('not-understood')).toHaveLength(2);
  });

  it('is never taken for empty: no words for that are known', () => {
    document.body.innerHTML = '<main>Loading</main>';
    expect(read().missing).toEqual(['conversation-list', 'conversation-row']);
    expect(read().blank).toBeUndefined();
    document.body.innerHTML = '<div id="chantListScrollArea"></div>';
    expect(read()).toMatchObject({ missing: ['conversation-row'], blank: true });
  });
});

describe('the open thread', () => {
  it('tells who wrote, in order, and the first that waits to the second of its row', () => {
    expect(seen('message')).toEqual([
      { ...inX, id: '7490000000000100001', author: 'buyer', kind: 'text', sentAt: minute(11, 58), uncertain: 59_999 },
      {
        ...inX,
        id: '7490000000000100002',
        author: 'robot',
        kind: 'text',
        sentAt: minute(11, 58) + 1,
        uncertain: 59_998,
      },
      {
        ...inX,
        id: '7490000000000100003',
        author: 'seller',
        kind: 'text',
        promise: true,
        sentAt: minute(11, 58) + 2,
        uncertain: 59_997,
      },
      // 45 seconds ago, to the second.
      { ...inX, id: '7490000000000100004', author: 'buyer', kind: 'card', sentAt: at - 46_000, uncertain: 1000 },
      { ...inX, id: '7490000000000100005', author: 'buyer', kind: 'image', sentAt: at - 46_000 + 1, uncertain: 15_998 },
    ]);
  });

  it('keeps its minute where the timer was started by something else', () => {
    const cell = row('林小禾').querySelector('.timerParticular_q9');
    if (cell) cell.textContent = '5秒';
    expect(seen('message').at(-2)).toMatchObject({ sentAt: minute(11, 59), uncertain: 59_999 });
  });

  it('is read in the older layout: by direction, with its own labels, to the end of the session', () => {
    document.body.innerHTML = split;
    const june = Date.UTC(2026, 5, 20, 15, 58);
    expect(seen('message')).toEqual([
      { ...inX, id: '7490000000000100011', author: 'buyer', kind: 'text', sentAt: june, uncertain: 59_999 },
      { ...inX, id: '7490000000000100012', author: 'seller', kind: 'text', sentAt: june + 1, uncertain: 59_998 },
      { ...inX, id: 'cs_close_conversation12', author: 'system', kind: 'close', sentAt: june + 2, uncertain: 59_997 },
      { ...inX, id: '12_Welcome_', author: 'robot', kind: 'greeting', sentAt: minute(11, 58), uncertain: 59_999 },
    ]);
  });

  it.each([
    ['此消息由机器人推荐', 'robot'],
    ['商家配置发送', 'robot'],
    ['未读', 'seller'],
    ['转人工', 'seller'],
  ])('%s under a bubble of the shop makes it a %s’s', (label, author) => {
    const [, , , own] = all('[data-qa-id="qa-message-warpper"]');
    const line = own?.querySelector('i');
    if (line) line.textContent = label;
    expect(seen('message')[2]).toMatchObject({ author });
  });

  it.each([
    ['Hi，欢迎光临本店，请问有什么可以帮助您?', { author: 'robot', kind: 'greeting' }],
    ['亲亲，在哒', { author: 'robot' }],
    ['现在是人工客服为您服务', { author: 'system' }],
    ['[客服关闭会话]', { author: 'system', kind: 'close' }],
    ['明天发货', { author: 'seller', kind: 'text' }],
  ])('%s on the shop’s side is told by what it says', (text, expected) => {
    const pre = all('pre')[2];
    if (pre) pre.textContent = text;
    expect(seen('message')[2]).toMatchObject(expected);
    expect(seen('message')[2]).not.toHaveProperty('promise');
  });

  it('in the buyer’s name, an assignment asks nothing', () => {
    one('pre').textContent = '客服小叶接入';
    expect(seen('message')[0]).toMatchObject({ author: 'system' });
  });

  it('waits half a second for an id, then says that there is none', () => {
    const late = one('[data-id="7490000000000100005"]');
    late.removeAttribute('data-id');
    expect(read()).toMatchObject({ nameless: 0, settling: true, missing: [] });
    expect(seen('message')).toHaveLength(4);
    expect(read({ at: at + 499 })).toMatchObject({ nameless: 0, settling: true });
    const given = read({ at: at + 500 });
    expect(given).toMatchObject({ nameless: 1 });
    expect(given).not.toHaveProperty('settling');
    expect(seen('message', given).at(-1)).toMatchObject({ ordinal: 1, author: 'buyer' });
    late.setAttribute('data-id', '7490000000000100005');
    expect(read({ at: at + 600 })).toMatchObject({ nameless: 0 });
  });

  it('takes no client’s own name for an id', () => {
    one('[data-id="7490000000000100005"]').setAttribute('data-id', 'client-77-ab');
    read();
    expect(seen('message', read({ at: at + 500 })).at(-1)).not.toHaveProperty('id');
  });

  it('names a label that it cannot read, and lends no other to what follows it', () => {
    one('.time_q9').textContent = '星期三 11:58';
    expect(seen('not-understood')).toEqual([{ is: 'not-understood', what: 'message-time' }]);
    expect(seen('message')).toHaveLength(2);
    expect(read().nameless).toBe(3);
  });

  it('belongs to nobody while the composer does not say whose it is', () => {
    one('textarea').className = 'text_q9';
    expect(seen('message')).toEqual([]);
    expect(read()).toMatchObject({ nameless: 5, missing: ['open-conversation'] });
  });
});

describe('a page that changed its names', () => {
  const rename = (pattern: RegExp, from = workspace) => {
    document.body.innerHTML = from.replaceAll(pattern, 'renamed');
  };
  it.each([
    ['conversation-row', /qa-conversation-chat-item/g],
    ['buyer-name', /qa-conversation-nickname|nameLine|title=/g],
    ['row-timer', /timerParticular/g],
    ['open-buyer', /topbar-left-info/g],
    ['open-conversation', /inputArea_/g],
    ['message', /qa-message-warpper|msgItemWrap/g],
    ['message-side', /messageNotMe|messageIsMe|flex-direction/g],
    ['message-time', /class="time_q9">[\d:]+/g],
  ])('names %s as missing', (name, pattern) => {
    rename(pattern);
    expect(read().missing).toEqual([name]);
  });

  it('names list and rows when neither is found, and the composer when the thread is nobody’s without it', () => {
    rename(/chantListScrollArea|qa-conversation-chat-item/g);
    expect(read().missing).toEqual(['conversation-list', 'conversation-row']);
    rename(/inputArea_|qa-send-message-\w+|qa-transfer-conversation/g);
    expect(read().missing).toEqual(['composer']);
  });

  it('names the ids of messages once they had their time to come', () => {
    rename(/data-id/g);
    expect(read().missing).toEqual([]);
    expect(read({ at: at + 500 }).missing).toEqual(['message-id']);
  });

  it.each([
    ['the list’s frame', /chantListScrollArea/g],
    ['the usual name of a message', /qa-message-warpper/g],
    ['the classes of the sides', /messageNotMe|messageIsMe/g],
    ['the composer’s own name', /qa-send-message-textarea/g],
  ])('is still read without %s', (_, pattern) => {
    rename(pattern);
    expect(read()).toMatchObject({ missing: [], rows: 4, messages: 6 });
    expect(seen('message')).toHaveLength(5);
  });

  it.each([
    ['workspace', workspace.replace('"timerParticular_q9">3分钟', '"timerParticular_q9">11:30')],
    ['split', split],
  ])('never looks as if nobody waited where one does, whichever element of %s goes', (_, html) => {
    document.body.innerHTML = html;
    const count = all('#app *').length;
    const rows = '[data-qa-id="qa-conversation-chat-item"], [data-kora]';
    expect(seen('conversation').filter(each => each.is === 'conversation' && each.waiting)).toHaveLength(1);
    let quiet = 0;
    for (let i = 0; i < count; i++) {
      document.body.innerHTML = html;
      const element = all('#app *')[i];
      // A row that has gone waits no more, as far as a page can tell, as long as others are there.
      const isRow = element?.matches(rows) ?? false;
      const isSection = element?.querySelector(rows) !== null && all(rows).some(row => !element?.contains(row));
      element?.remove();
      const { missing, nameless, observations } = read();
      const tells = observations.some(
        each => each.is === 'not-understood' || (each.is === 'conversation' && each.waiting === true),
      );
      if (missing.length === 0 && nameless === 0 && !tells && !isRow && !isSection) quiet++;
    }
    expect({ count: count > 20, quiet }).toEqual({ count: true, quiet: 0 });
  });
});

it('a lost sign-in is seen by the address', () => {
  const url = new URL('https://fxg.jinritemai.com/login/common');
  expect(feige.page.read(document, look({ url }))).toEqual({ is: 'signed-out' });
});

it('of several documents it is the one with rows or messages that shows the chat', () => {
  expect(feige.page.shows?.(document)).toBe(true);
  document.body.innerHTML = '<div id="chantListScrollArea"></div>';
  expect(feige.page.shows?.(document)).toBe(false);
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
    expect(JSON.stringify(read())).not.toMatch(/words|稍等|9分钟/);
  });

  it('never throws, even when everything does', () => {
    vi.spyOn(Document.prototype, 'querySelectorAll').mockImplementation(() => {
      throw new Error('gone');
    });
    expect(read()).toMatchObject({ missing: ['page'], observations: [] });
  });
});
