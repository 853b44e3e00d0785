// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderPage } from '../../../pages/feige/client/render-page.ts';
import { messageLabel, rowTime, waitedLabel } from '../../../pages/feige/client/time-labels.ts';
import { trickyNames } from '../../../pages/feige/people/names.ts';
import { SimulatedWorkbench } from '../../../pages/feige/workbench.ts';

const afternoon = Date.UTC(2026, 10, 20, 7, 51); // 15:51 in Shanghai
const minuteMs = 60_000;

type Options = ConstructorParameters<typeof SimulatedWorkbench>[0];

/** Three chats: one waits for 45 s, one for 3 minutes, one was answered at 15:42. */
function shop(options: Options = {}) {
  const workbench = new SimulatedWorkbench({ now: () => afternoon, lateNotices: false, ...options });
  const [soon, long, done] = ['龚望舒', '闵佰川', '倪一诺'].map(name =>
    workbench.buyer(name, afternoon - 60 * minuteMs),
  );
  if (!soon || !long || !done) throw new Error('three buyers');
  workbench.buyerWrites(done, { at: afternoon - 10 * minuteMs });
  workbench.sellerAnswers(done, { at: afternoon - 9 * minuteMs });
  workbench.buyerWrites(long, { at: afternoon - 3 * minuteMs });
  workbench.buyerWrites(soon, { at: afternoon - 45_000 });
  workbench.close();
  return { workbench, soon, long, done };
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const texts = (selector: string) => all(selector).map(element => element.textContent);
const rowSelector = '[data-qa-id="qa-conversation-chat-item"]';

beforeEach(() => {
  document.body.replaceChildren();
});

describe('the conversation list', () => {
  it('says of each row who it is and how long they have waited, or when they were answered', () => {
    const { workbench } = shop();
    renderPage(document, workbench.view(), workbench.look());

    const inList = `#chantListScrollArea .scroller > .scroller_content > .list_items > ${rowSelector}`;
    expect(texts(`${inList} [data-qa-id="qa-conversation-nickname"]`)).toEqual([
      '龚望舒',
      '闵佰川',
      '倪一诺',
      '智能客服',
      '系统通知',
    ]);
    expect(texts(`${inList} [class*="timerParticular"]`).slice(0, 3)).toEqual(['45秒', '3分钟', '15:42']);
    expect(all(`${rowSelector}[class*="needReply"]`)).toHaveLength(2);
    expect(texts('sup[class*="badge-count"]')).toEqual(['1', '1']);
  });

  it('says by section who waits; the rebuilt frame says recent of everybody', () => {
    const { workbench } = shop();
    renderPage(document, workbench.view(), workbench.look());
    const sections = () => all(rowSelector).map(row => row.dataset.btmId?.split('.').at(-1));
    expect(sections()).toEqual(['current', 'current', 'recent', 'systemConv', 'systemConv']);

    workbench.options.layout = 'rebuilt';
    renderPage(document, workbench.view(), workbench.look());
    expect(sections()).toEqual(['recent', 'recent', 'recent', 'recent', 'recent']);
    expect(all('[class*="timerParticular"]')).toHaveLength(5);
  });

  it('has two boxes in the older layout, and no scroller', () => {
    const { workbench } = shop({ layout: 'boxes' });
    renderPage(document, workbench.view(), workbench.look());

    expect(all(`.pigeonChatNotScrollBox ${rowSelector}`)).toHaveLength(2);
    expect(all(`.pigeonChatScrollBox ${rowSelector}`)).toHaveLength(3);
    expect(all('#chantListScrollArea > .list_items')).toHaveLength(1);
    expect(all('.scroller, [data-btm-id]')).toEqual([]);
  });

  it.each([
    ['name-line', '[class*="nameLine"][title]'],
    ['name-content', '[class*="NameContent"]'],
    ['title', '[title]:not(sup):not([class*="timerParticular"])'],
  ] as const)('bears names by %s where their element is missing', (nickname, selector) => {
    const { workbench } = shop({ nickname });
    renderPage(document, workbench.view(), workbench.look());

    expect(all('[data-qa-id="qa-conversation-nickname"]')).toEqual([]);
    expect(texts(`${rowSelector} ${selector}`).slice(0, 2)).toEqual(['龚望舒', '闵佰川']);
  });

  it('where a title alone bears the name, a number and a time may come before it', () => {
    const { workbench } = shop({ nickname: 'title' });
    renderPage(document, workbench.view(), workbench.look());

    const titles = [...(all(rowSelector)[0]?.querySelectorAll('[title]') ?? [])].map(e => e.getAttribute('title'));
    expect(titles).toEqual(['1', '45秒', '龚望舒']);
  });

  it.each([
    ['qa-chat-item', '[data-qa-id="qa-chat-item"]'],
    ['kora', '[data-kora="conversation"]'],
  ] as const)('calls rows %s on other builds', (rowName, selector) => {
    const { workbench } = shop({ rowName });
    renderPage(document, workbench.view(), workbench.look());
    expect(all(selector)).toHaveLength(5);
    expect(all(rowSelector)).toEqual([]);
  });

  it('shows drafts, tags, warnings and headings among the rows', () => {
    const { workbench, soon, done } = shop();
    workbench.flags(soon);
    Object.assign(done, { tags: ['重复来访', '新客'] });
    const view = workbench.view();
    const rows = view.rows.map(row => (row.name === '倪一诺' ? { ...row, preview: '[草稿]写了一半' } : row));
    renderPage(document, { ...view, rows }, workbench.look());

    expect(texts('sup[class*="badge-count"]')).toEqual(['服务态度预警', '1']);
    expect(texts('[class*="userLabel"] span')).toEqual(['重复来访']);
    expect(texts('[class*="cardTag"] span')).toEqual(['新客']);
    expect(texts('[class*="msgContent"]')[2]).toBe('[草稿]写了一半');
    const beside = texts(`.list_items > :not(${rowSelector})`);
    expect(beside).toEqual(['当前会话', '人工已回复']);
    expect(texts('[data-qa-id="qa-active-chat-tab"], [data-qa-id="qa-last-chat-tab"]')).toEqual([
      '当前会话',
      '最近联系',
    ]);
  });

  it('keeps rows out of the document that are not near the scroll position', () => {
    const workbench = new SimulatedWorkbench({ now: () => afternoon, rowsInPage: 6, lateNotices: false });
    for (const name of trickyNames) workbench.buyerWrites(workbench.buyer(name));
    workbench.close();
    const view = workbench.view();
    renderPage(document, view, workbench.look());
    expect(all(rowSelector)).toHaveLength(6);
    renderPage(document, { ...view, firstRow: 10 }, workbench.look());
    expect(all(rowSelector)).toHaveLength(view.rows.length - 10);
    expect(view.rows.length).toBe(trickyNames.length + 2);
  });

  it('says nothing of needing a reply on the open row, and keeps ids out of the rows', () => {
    const { workbench, soon } = shop();
    renderPage(document, workbench.view(soon), workbench.look());

    const [open] = all(rowSelector);
    expect(open?.className).not.toContain('needReply');
    expect(open?.querySelector('[class*="timerParticular"]')?.textContent).toBe('45秒');
    expect(all('.list_items')[0]?.outerHTML).not.toContain(soon.id);
    expect(all('.list_items')[0]?.outerHTML).not.toContain(soon.buyerId);
  });

  it('changes only the running times as time runs', () => {
    const { workbench } = shop();
    const { look, view } = { look: workbench.look(), view: workbench.view() };
    renderPage(document, view, look);
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    renderPage(document, view, look);
    expect(observer.takeRecords()).toEqual([]);

    renderPage(document, view, { ...look, now: () => afternoon + 1000 });
    expect(texts('[class*="timerParticular"]').slice(0, 3)).toEqual(['46秒', '3分钟', '15:42']);
    const touched = new Set(observer.takeRecords().map(({ target }) => target));
    expect(touched).toEqual(new Set([all('[class*="timerParticular"]')[0]]));
  });
});

describe('an open chat', () => {
  function opened(options: Options = {}) {
    const workbench = new SimulatedWorkbench({ now: () => afternoon, lateNotices: false, ...options });
    const chat = workbench.buyer('彭青禾', afternoon - 60 * minuteMs);
    const at = (minutes: number) => ({ at: afternoon - minutes * minuteMs });
    workbench.greets(chat, at(2900));
    workbench.buyerWrites(chat, { ...at(30), text: '质保是从哪天开始算的呀' });
    workbench.assigns(chat, at(29));
    workbench.robotAnswers(chat, at(28));
    workbench.sellerAnswers(chat, at(20));
    workbench.buyerWrites(chat, { ...at(19), kind: 'product-card' });
    workbench.buyerWrites(chat, { ...at(18), kind: 'image' });
    workbench.pushesCard(chat, at(17));
    workbench.promises(chat, at(16));
    workbench.closes(chat, { ...at(2), by: 'staff' });
    workbench.close();
    return { workbench, chat };
  }

  const wrapper = '[data-qa-id="qa-message-warpper"]';

  it('names messages and their sides as recorded, and lines of the platform by neither side', () => {
    const { workbench, chat } = opened();
    renderPage(document, workbench.view(chat), workbench.look());

    expect(all(`.messageList > .msgItemWrap${wrapper}`)).toHaveLength(10);
    const sides = all(wrapper).map(message =>
      ['NotMe', 'IsMe'].find(side => message.querySelector(`[class*="message${side}"]`)),
    );
    const expected = ['IsMe', 'NotMe', undefined, 'IsMe', 'IsMe', 'NotMe', 'NotMe', undefined, 'IsMe', undefined];
    expect(sides).toEqual(expected);
    const directions = all('[class*="messageNotMe"], [class*="messageIsMe"]').map(row => row.style.flexDirection);
    expect(directions).toEqual(expected.flatMap(side => (side ? [side === 'NotMe' ? 'row' : 'row-reverse'] : [])));
    expect(all('.chatd-card .chatd-card-main')).toHaveLength(2);
    expect(all('img[alt="图片"]')).toHaveLength(1);
    expect(texts(`${wrapper} pre`)).toContain('质保是从哪天开始算的呀');
    expect(texts(wrapper)[3]).toContain('此消息由机器人自动回复');
    expect(texts(wrapper)[2]).toContain('客服小美接入');
  });

  it.each([
    ['class', 7, 0],
    ['inline', 0, 7],
  ] as const)('can tell sides by %s alone', (sides, byClass, byStyle) => {
    const { workbench, chat } = opened({ sides, messageName: 'wrap' });
    renderPage(document, workbench.view(chat), workbench.look());
    expect(all('[class*="messageNotMe"], [class*="messageIsMe"]')).toHaveLength(byClass);
    expect(all('.msgItemWrap [style*="flex-direction"]')).toHaveLength(byStyle);
    expect(all(wrapper)).toEqual([]);
  });

  it('gives bubbles their ids late, in the forms that were recorded', () => {
    const { workbench, chat } = opened({ idLateMs: 480 });
    const waiting: [ms: number, change: () => void][] = [];
    const look = { ...workbench.look(), later: (ms: number, change: () => void) => void waiting.push([ms, change]) };
    // A document of its own: what this one has shown before it names at once.
    const fresh = document.implementation.createHTMLDocument();
    renderPage(fresh, workbench.view(chat), look);
    const ids = () => [...fresh.querySelectorAll<HTMLElement>('[data-id]')].map(bubble => bubble.dataset.id);
    expect(ids()).toEqual([]);
    expect(waiting.map(([ms]) => ms)).toEqual(Array(10).fill(480));

    for (const [, change] of waiting) change();
    const [welcome, asks, assigned, robot, answer, card, picture, pushed, promise, closing] = workbench.sent.map(
      ({ id }) => id,
    );
    expect([welcome, assigned, closing].every(Boolean)).toBe(true);
    expect(ids()).toEqual([
      expect.stringMatching(/^\d+_Welcome_$/),
      asks,
      expect.stringMatching(/^\d+_CsAssign_$/),
      robot,
      answer,
      `${card}_template`,
      picture,
      `${pushed}_template`,
      promise,
      expect.stringMatching(/^cs_close_conversation\d+$/),
    ]);
  });

  it('labels messages with minutes, and earlier days with their date or without', () => {
    const { workbench, chat } = opened();
    renderPage(document, workbench.view(chat), workbench.look());
    const labels = () =>
      all(`${wrapper} > :first-child`).filter(first => /^[\d月日: ]+$/.test(first.textContent ?? ''));
    expect(labels().map(label => label.textContent)).toEqual(['11月18日 15:31', '15:21', '15:31', '15:49']);

    document.body.replaceChildren();
    workbench.options.datedLabels = false;
    renderPage(document, workbench.view(chat), workbench.look());
    expect(labels()[0]?.textContent).toBe('15:31');
  });

  it('has a top bar with the name, and a composer that knows the conversation', () => {
    const { workbench, chat } = opened();
    renderPage(document, workbench.view(chat), workbench.look());
    expect(texts('#topbar-left-info')).toEqual(['彭青禾添加备注']);
    const [box] = all('textarea[data-qa-id="qa-send-message-textarea"]');
    expect(box?.className).toContain(`inputArea_${chat.id}`);
    expect(all('[data-qa-id="qa-send-message-button"], [data-qa-id="qa-transfer-conversation"]')).toHaveLength(2);
  });
});

describe('names that are not to be relied on', () => {
  const classes = (element: Element) => [...element.querySelectorAll('*')].flatMap(e => [...e.classList]);

  it('rotate at every start, all but the recorded ones', () => {
    const [first, second] = [{ salt: 'monday' }, { salt: 'tuesday' }].map(options => {
      document.body.replaceChildren();
      const { workbench, soon } = shop(options);
      renderPage(document, workbench.view(soon), workbench.look());
      return new Set(classes(document.body));
    });
    const kept = [...(first ?? [])].filter(name => second?.has(name)).filter(name => !name.startsWith('inputArea_'));
    expect(kept.sort()).toEqual(['list_items', 'messageList', 'msgItemWrap', 'scroller', 'scroller_content']);
  });

  it('are all there is in the unknown layout', () => {
    const { workbench, soon } = shop({ layout: 'unknown' });
    renderPage(document, workbench.view(soon), workbench.look());
    const { innerHTML } = document.body;
    expect(innerHTML).not.toMatch(
      /data-|qa-|chatd|messageList|msgItem|timerPart|badge-count|chantList|<pre|alt=|inputArea/,
    );
    expect(document.body.textContent).toContain('龚望舒');
  });

  it('a drawn list has its frame and no rows', () => {
    // jsdom has no pen; what is painted is nothing to look for in a document anyway.
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    const { workbench } = shop({ layout: 'drawn' });
    renderPage(document, workbench.view(), workbench.look());
    expect(all('#chantListScrollArea .list_items canvas')).toHaveLength(1);
    expect(all(rowSelector)).toEqual([]);
  });
});

describe('labels of time', () => {
  it.each([
    [0, '0秒'],
    [59_999, '59秒'],
    [60_000, '1分钟'],
    [3_599_999, '59分钟'],
    [3_600_000, '1小时'],
    [26 * 3_600_000, '26小时'],
    [-5_000, '0秒'],
  ])('%i ms of waiting are %s', (ms, label) => {
    expect(waitedLabel(ms)).toBe(label);
  });

  it('are China’s, wherever the page is looked at', () => {
    const justAfterMidnight = Date.UTC(2026, 5, 19, 16, 0);
    expect(messageLabel(Date.UTC(2026, 5, 19, 23, 51), Date.UTC(2026, 5, 20, 1), true)).toBe('07:51');
    expect(messageLabel(Date.UTC(2026, 5, 19, 23, 51), Date.UTC(2026, 5, 21, 1), true)).toBe('6月20日 07:51');
    expect(rowTime(justAfterMidnight - 1, justAfterMidnight)).toBe('6月19日');
  });
});
