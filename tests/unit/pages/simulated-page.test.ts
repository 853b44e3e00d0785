// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { renderPage } from '../../pages/tiktok-shop/client/render-page.ts';
import { messageLabel, rowLabel } from '../../pages/tiktok-shop/client/time-labels.ts';
import { SimulatedInbox } from '../../pages/tiktok-shop/inbox.ts';

const evening = Date.UTC(2026, 8, 10, 11, 5); // 18:05 in Jakarta, a Thursday
const minuteMs = 60_000;

function inboxOf(options: ConstructorParameters<typeof SimulatedInbox>[0] = {}) {
  const inbox = new SimulatedInbox({ now: () => evening, ...options });
  const intan = inbox.buyer('Intan Oktaviani', evening - 30 * minuteMs);
  inbox.greets(intan, { at: evening - 21 * minuteMs });
  inbox.buyerWrites(intan, { at: evening - 20 * minuteMs });
  inbox.sellerAnswers(intan, { at: evening - 18 * minuteMs });
  inbox.buyerWrites(intan, { at: evening - 2 * minuteMs, kind: 'image' });
  inbox.close();
  return { inbox, intan };
}

const all = (selector: string) => [...document.querySelectorAll(selector)];

describe('the simulated page', () => {
  beforeEach(() => {
    document.body.replaceChildren();
  });

  it('names things as on the hosts of 2026', () => {
    const { inbox, intan } = inboxOf();
    renderPage(document, inbox.view(intan), inbox.look());

    const row = all(
      '[data-testid="chat.chatroom.conversation_list"] [data-testid="chat.chatroom.conversation_card"]',
    )[0];
    expect(row?.querySelector('[data-testid="chat.chatroom.conversation_card_username"]')?.textContent).toBe(
      'Intan Oktaviani',
    );
    expect(row?.querySelector('.p-badge .p-badge-number')?.textContent).toBe('1');
    expect(row?.querySelector('time')?.textContent).toBe('18:03');
    expect(all('[data-testid="chat.chatroom.message_card"] .chatd-message--left')).toHaveLength(2);
    expect(all('.chatd-message--right')).toHaveLength(2);
    expect(all('.chatd-message-time > time.chatd-time').map(label => label.textContent)).toEqual([
      '5:44 PM',
      '6:03 PM',
    ]);
  });

  it('hides the entry event and keeps ids out of the document', () => {
    const { inbox, intan } = inboxOf();
    renderPage(document, inbox.view(intan), inbox.look());

    expect(all('[data-testid="chat.chatroom.message_card"]')).toHaveLength(4);
    expect(document.documentElement.outerHTML).not.toContain(intan.id);
  });

  it.each([16, 17] as const)('hangs React %i’s properties on rows and cards', react => {
    const { inbox, intan } = inboxOf({ react });
    renderPage(document, inbox.view(intan), inbox.look());

    const names = Object.keys(all('[data-testid="chat.chatroom.conversation_card"]')[0] ?? {});
    expect(names.some(name => name.startsWith(react === 16 ? '__reactEventHandlers$' : '__reactProps$'))).toBe(true);
    const card = all('[data-testid="chat.chatroom.message_card"]')[0] ?? document.body;
    const fiber = Object.entries(card).find(([name]) => name.startsWith('__react'))?.[1];
    expect(fiber.return.return.return.memoizedProps.message.messageServerId).toMatch(/^\d{19}$/);
  });

  it('changes nothing when asked to show the same again', () => {
    const { inbox, intan } = inboxOf();
    renderPage(document, inbox.view(intan), inbox.look());
    const before = document.body.innerHTML;
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    renderPage(document, inbox.view(intan), inbox.look());

    expect(observer.takeRecords()).toEqual([]);
    expect(document.body.innerHTML).toBe(before);
  });

  it('knows no stable name in the unknown layout', () => {
    const { inbox, intan } = inboxOf({ layout: 'unknown' });
    renderPage(document, inbox.view(intan), inbox.look());

    expect(document.body.innerHTML).not.toMatch(/data-testid|chatd-|p-badge|chat-input|chat-room|<time/);
    expect(document.body.textContent).toContain('Intan Oktaviani');
  });

  it('shows neither rows nor composer when no chat is current', () => {
    const { inbox } = inboxOf({ language: 'zh' });
    inbox.showsEmpty();
    renderPage(document, inbox.view(), inbox.look());

    expect(document.body.textContent).toContain('暂无会话中用户');
    expect(all('[id^="chat-room-conversation-list-item"], textarea')).toEqual([]);
  });
});

describe('labels of time', () => {
  const clock = (language: 'en' | 'zh' | 'id') => ({ language, timeZone: 'Asia/Shanghai', now: () => evening });

  it.each([
    ['en', Date.UTC(2026, 8, 3, 9, 55), 'Sep 3 5:55 PM'],
    ['en', Date.UTC(2026, 8, 7, 20, 55), 'Tuesday, 4:55 AM'],
    ['zh', Date.UTC(2026, 8, 9, 17, 43), '上午1:43'],
    ['zh', Date.UTC(2026, 8, 8, 21, 46), '昨天 上午5:46'],
    ['zh', Date.UTC(2025, 8, 15, 22, 28), '2025年9月16日 6:28'],
  ] as const)('%s writes the measured form', (language, at, label) => {
    expect(messageLabel(at, clock(language))).toBe(label);
  });

  it('gives rows of today a time and older ones a date', () => {
    expect(rowLabel(evening, clock('id'))).toBe('19:05');
    expect(rowLabel(evening - 3 * 1440 * minuteMs, clock('en'))).toBe('09/07');
  });
});
