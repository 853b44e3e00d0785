// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShopeeOptions } from '../../../pages/shopee/chat/options.ts';
import { renderMini } from '../../../pages/shopee/client/mini-panel.ts';
import { renderPage } from '../../../pages/shopee/client/render-page.ts';
import { SimulatedShopee } from '../../../pages/shopee/inbox.ts';

const evening = Date.UTC(2026, 8, 10, 11, 5); // 18:05 in Jakarta
const minuteMs = 60_000;
const open: SimulatedShopee[] = [];

function chatWith(options: Partial<ShopeeOptions> = {}) {
  const shopee = new SimulatedShopee({ now: () => evening, ...options });
  open.push(shopee);
  const intan = shopee.buyer('Intan Oktaviani', evening - 30 * minuteMs);
  shopee.buyerWrites(intan, { at: evening - 20 * minuteMs, text: 'Kak, ukuran 42' });
  shopee.autoReplies(intan, { text: 'Toko buka jam 8' });
  shopee.sellerAnswers(intan, { at: evening - 18 * minuteMs, text: 'Ada kak' });
  shopee.buyerWrites(intan, { at: evening - 2 * minuteMs, kind: 'image' });
  return { shopee, intan };
}

const all = (selector: string) => [...document.querySelectorAll(selector)];
const texts = (selector: string) => all(selector).map(element => element.textContent);

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  for (const shopee of open.splice(0)) shopee.close();
});

describe('the simulated Shopee page', () => {
  it('names things as recorded, and the open row otherwise than the rest', () => {
    const { shopee, intan } = chatWith();
    shopee.buyerWrites(shopee.buyer('Joko Utomo'), { text: 'Halo kak' });
    renderPage(document, shopee.view(intan), shopee.look());

    const list = '[data-cy="webchat-conversation-list-wrapper"] [data-cy="webchat-conversation-list"]';
    const rows = all(
      `${list} .ReactVirtualized__Grid__innerScrollContainer > [data-cy^="webchat-conversation-cell-root"]`,
    );
    expect(rows.map(row => row.getAttribute('data-cy'))).toEqual([
      'webchat-conversation-cell-root',
      'webchat-conversation-cell-root-current',
    ]);
    expect(rows[1]?.querySelector('[data-cy="webchat-conversation-cell-name"]')?.getAttribute('title')).toBe(
      'Intan Oktaviani',
    );
    const preview = rows[0]?.querySelector('[data-cy="webchat-conversation-cell-message"]');
    expect(preview?.textContent).toBe('Halo kak');
    expect(preview?.nextElementSibling?.textContent).toBe('1');
    expect(preview?.nextElementSibling?.hasAttribute('class')).toBe(false);
    expect(all('[data-cy="webchat-conversation-detail-input"] textarea[placeholder="Tulis pesan"]')).toHaveLength(1);
    expect(all('#inputField textarea')).toHaveLength(1);
    expect(all('#workstation[data-cy="webchat-station-root"]')).toHaveLength(1);
  });

  it('glues the clock to the end of each text, sorts bubbles by side, and gives a picture no text', () => {
    const { shopee, intan } = chatWith();
    renderPage(document, shopee.view(intan), shopee.look());

    const area =
      '[data-cy="webchat-conversation-detail"] [data-cy="webchat-conversation-detail-chat"] ' +
      '[data-cy="webchat-conversation-detail-message-container"] #messageSection #message-virtualized-list.ReactVirtualized__Grid';
    expect(texts(`${area} [data-cy="webchat-message-receive"] pre > div`)).toEqual(['Kak, ukuran 4217:45']);
    expect(texts(`${area} [data-cy="webchat-message-send"] pre > div`)).toEqual([
      'Toko buka jam 817:45',
      'Ada kak17:47',
    ]);
    expect(all('[data-cy="webchat-message-receive"]')).toHaveLength(2);
    expect(document.body.innerHTML).not.toMatch(/autoreply|ChatbotUI/);
  });

  it.each([
    ['class', '[data-cy="webchat-message-send"] [class*="autoreply"]'],
    ['icon', '[data-cy="webchat-message-send"] .ChatbotUI-icon'],
  ] as const)('marks an automatic reply by its %s when asked to', (automaticMarks, selector) => {
    const { shopee, intan } = chatWith({ automaticMarks });
    renderPage(document, shopee.view(intan), shopee.look());

    expect(all(selector)).toHaveLength(1);
    expect(all(selector)[0]?.closest('[data-cy]')?.textContent).toBe('Toko buka jam 817:45');
  });

  it('holds only the rows near the scroll position, as absolute boxes in a tall container', () => {
    const { shopee } = chatWith({ rowsInPage: 12 });
    shopee.seed({ conversations: 999 });
    renderPage(document, shopee.view(undefined, 500), shopee.look());

    const rows = all('[data-cy="webchat-conversation-cell-root"]').filter(row => row instanceof HTMLElement);
    expect(rows).toHaveLength(12);
    expect(rows[0]?.style.top).toBe('36000px');
    expect(rows[0]?.parentElement?.style.height).toBe('72000px');
  });

  it('puts the headings between the rows in Brazil, and none elsewhere', () => {
    const { shopee } = chatWith({ host: 'seller.shopee.com.br' });
    const kirana = shopee.buyer('Kirana');
    shopee.buyerWrites(kirana, { at: evening - minuteMs });
    shopee.autoReplies(kirana);
    shopee.sellerAnswers(shopee.buyer('Lukman'));
    renderPage(document, shopee.view(), shopee.look());

    const items = all('.ReactVirtualized__Grid__innerScrollContainer > *');
    expect(items.map(item => item.id || item.querySelector('[title]')?.getAttribute('title'))).toEqual([
      'tab_unreplied',
      'Kirana',
      'Intan Oktaviani',
      'tab_manually_replied',
      'Lukman',
    ]);
    expect(texts('#tab_unreplied, #tab_manually_replied')).toEqual(['Sem resposta (2)', 'Replied (1)']);
    expect(chatWith().shopee.look().sections).toBe(false);
  });

  it('calls the messages’ place otherwise in Vietnam, and an older row by its older name', () => {
    const { shopee, intan } = chatWith({ host: 'banhang.shopee.vn', row: 'container' });
    renderPage(document, shopee.view(intan), shopee.look());

    expect(all('#messagesContainer .ReactVirtualized__Grid [data-cy^="webchat-message-"]')).toHaveLength(4);
    expect(all('#messageSection')).toEqual([]);
    expect(all('[data-cy="webchat-conversation-cell-container"]')).toHaveLength(1);
    expect(document.body.textContent).toContain('Tất cả cuộc trò chuyện');
  });

  it.each([1, 6, 12])('leads from a row’s fiber to its conversation in %i steps', fibers => {
    const { shopee, intan } = chatWith({ fibers });
    renderPage(document, shopee.view(), shopee.look());

    const row = all('[data-cy="webchat-conversation-cell-root"]')[0] ?? document.body;
    let fiber = Object.entries(row).find(([name]) => /^__reactFiber\$\w+/.test(name))?.[1];
    let steps = 0;
    for (; fiber !== null && fiber.memoizedProps?.conversation === undefined; steps += 1) fiber = fiber.return;
    expect(steps).toBe(fibers);
    expect(fiber.memoizedProps.conversation).toMatchObject({
      id: intan.id,
      to_id: intan.buyerId,
      to_name: 'Intan Oktaviani',
    });
  });

  it('keeps every id out of the document, and changes nothing when asked to show the same again', () => {
    const { shopee, intan } = chatWith();
    renderPage(document, shopee.view(intan), shopee.look());
    for (const id of [intan.id, String(intan.buyerId), ...shopee.sent.map(sent => sent.id)]) {
      expect(document.documentElement.outerHTML).not.toContain(id);
    }
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    renderPage(document, shopee.view(intan), shopee.look());

    expect(observer.takeRecords()).toEqual([]);
  });

  it('draws other hashed names at each start, and knows no lasting name in the unknown layout', () => {
    const { shopee, intan } = chatWith();
    renderPage(document, shopee.view(intan), shopee.look());
    const before = all('[data-cy="webchat-conversation-cell-name"]')[0]?.className;
    document.body.replaceChildren();
    const later = chatWith({ layout: 'named' });
    renderPage(document, later.shopee.view(later.intan), later.shopee.look());
    expect(all('[data-cy="webchat-conversation-cell-name"]')[0]?.className).not.toBe(before);

    document.body.replaceChildren();
    const unknown = chatWith({ layout: 'unknown' });
    renderPage(document, unknown.shopee.view(unknown.intan), unknown.shopee.look());
    expect(document.body.innerHTML).not.toMatch(/data-cy|ReactVirtualized|messageSection|inputField|workstation/);
    expect(document.body.textContent).toContain('Intan Oktaviani');
  });

  it('shows no list before the first answer', () => {
    const { shopee } = chatWith();
    renderPage(document, { ...shopee.view(), items: undefined }, shopee.look());

    expect(all('[data-cy="webchat-conversation-list"]')).toEqual([]);
  });
});

describe('the mini chat', () => {
  const shown = (isOpen: boolean, by: 'class' | 'aria') => {
    const { shopee } = chatWith();
    renderMini(document, { isOpen, items: shopee.view().items ?? [], thread: [] }, shopee.look(), by);
    return all('.panel-item > #SidebarEntry')[0];
  };

  it('tells by its launcher that it is open, in either way', () => {
    expect(shown(true, 'class')?.parentElement?.classList).toContain('active');
    expect(shown(false, 'class')?.parentElement?.classList).not.toContain('active');
    expect(shown(true, 'aria')?.getAttribute('aria-expanded')).toBe('true');
  });

  it('has no lasting name in its panel, as none is recorded', () => {
    shown(true, 'class');

    expect(document.body.textContent).toContain('Intan Oktaviani');
    expect(document.body.innerHTML).not.toContain('data-cy');
  });
});
