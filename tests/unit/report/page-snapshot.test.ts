// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feige } from '../../../lib/platforms/feige/feige';
import type { LookArgs, Platform } from '../../../lib/platforms/platform';
import { shopee } from '../../../lib/platforms/shopee/shopee';
import { tiktokShop } from '../../../lib/platforms/tiktok-shop/tiktok-shop';
import { pageSnapshot } from '../../../lib/report/page-snapshot';
import { htmlOf, readSnapshot } from '../../../lib/report/read-snapshot';
import { renderPage as renderFeige } from '../../pages/feige/client/render-page.ts';
import { trickyNames } from '../../pages/feige/people/names.ts';
import { SimulatedWorkbench } from '../../pages/feige/workbench.ts';
import { renderPage as renderShopee } from '../../pages/shopee/client/render-page.ts';
import { SimulatedShopee } from '../../pages/shopee/inbox.ts';
import { renderPage as renderTiktok } from '../../pages/tiktok-shop/client/render-page.ts';
import { SimulatedInbox } from '../../pages/tiktok-shop/inbox.ts';

const at = Date.UTC(2026, 8, 10, 11, 5);
const minute = 60_000;
const people = ['Ayu', 'Intan Oktaviani', 'message', '龚望舒', 'Nguyễn Thị Hồng', ...trickyNames];

/** Draws a page with people on it; what must not come out of it. */
type Draw = () => readonly string[];

function drawTiktok(): readonly string[] {
  const inbox = new SimulatedInbox({ now: () => at });
  const buyers = people.map(name => inbox.buyer(name, at - 60 * minute));
  for (const buyer of buyers) {
    inbox.greets(buyer, { at: at - 31 * minute });
    inbox.buyerWrites(buyer, { at: at - 30 * minute });
    inbox.sellerAnswers(buyer, { at: at - 20 * minute });
    inbox.buyerWrites(buyer, { at: at - 10 * minute, text: 'chatd secret words' });
  }
  inbox.close();
  renderTiktok(document, inbox.view(buyers[1]), inbox.look());
  return [...inbox.texts, ...inbox.sent.flatMap(({ id, conversation }) => [id, conversation])];
}

function drawFeige(): readonly string[] {
  const workbench = new SimulatedWorkbench({ now: () => at, lateNotices: false });
  const buyers = people.map(name => workbench.buyer(name, at - 60 * minute));
  for (const buyer of buyers) {
    workbench.buyerWrites(buyer, { at: at - 10 * minute });
    workbench.sellerAnswers(buyer, { at: at - 9 * minute });
    workbench.buyerWrites(buyer, { at: at - 3 * minute });
  }
  workbench.close();
  renderFeige(document, workbench.view(buyers[0]), workbench.look());
  return workbench.sent.flatMap(({ id, conversation }) => [id, conversation]);
}

function drawShopee(): readonly string[] {
  const site = new SimulatedShopee({ now: () => at });
  const buyers = people.map(name => site.buyer(name, at - 60 * minute));
  for (const buyer of buyers) {
    site.buyerWrites(buyer, { at: at - 20 * minute, text: 'Kak, ukuran 42' });
    site.sellerAnswers(buyer, { at: at - 18 * minute, text: 'Ada kak' });
  }
  renderShopee(document, site.view(buyers[1]), site.look());
  site.close();
  return [...site.texts, ...site.sent.flatMap(({ id, conversation }) => [id, conversation])];
}

const saved = (path: string, ids: readonly string[]): Draw => {
  return () => {
    document.body.innerHTML = readFileSync(`tests/unit/platforms/${path}.html`, 'utf8');
    return ids;
  };
};

const pages: readonly (readonly [name: string, Platform, url: string, zone: string, draw: Draw])[] = [
  [
    "TikTok Shop's simulated page",
    tiktokShop,
    'https://seller-id.tokopedia.com/chat/inbox/current',
    'Asia/Jakarta',
    drawTiktok,
  ],
  [
    "Feige's simulated page",
    feige,
    'https://im.jinritemai.com/pc_seller_v2/main/workspace',
    'Asia/Shanghai',
    drawFeige,
  ],
  [
    "Shopee's simulated page",
    shopee,
    'https://seller.shopee.co.id/new-webchat/conversations',
    'Asia/Jakarta',
    drawShopee,
  ],
  [
    "TikTok Shop's saved page",
    tiktokShop,
    'https://seller-id.tokopedia.com/chat/inbox/current',
    'Asia/Jakarta',
    saved('pages/inbox', []),
  ],
  [
    "Feige's saved page",
    feige,
    'https://im.jinritemai.com/pc_seller_v2/main/workspace',
    'Asia/Shanghai',
    saved('feige/pages/workspace', ['5550001', '7490001']),
  ],
  [
    "Shopee's saved page",
    shopee,
    'https://seller.shopee.com.br/new-webchat/conversations',
    'America/Sao_Paulo',
    saved('shopee/pages/chat', []),
  ],
];

/** All that a person reads on the page: texts, and attributes that are shown or spoken. */
function readByPeople(): string[] {
  const said: string[] = [];
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) said.push((node.nodeValue ?? '').trim());
  for (const element of Array.from(document.querySelectorAll('*'))) {
    for (const name of ['title', 'alt', 'placeholder', 'aria-label', 'value', 'href', 'src', 'data-id']) {
      said.push((element.getAttribute(name) ?? '').trim());
    }
  }
  return [...new Set(said)].filter(text => text !== '' && text !== '…');
}

const valuesIn = (node: unknown): string[] =>
  Array.isArray(node)
    ? [...Object.values((node[1] ?? {}) as Record<string, string>), ...node.slice(2).flatMap(valuesIn)]
    : [];

describe.each(pages)('%s', (_, platform, address, zone, draw) => {
  const url = new URL(address);
  const look: LookArgs = { at, zone, url, inPage: () => [], accounts: new Set() };

  it('gives none of its texts, names and ids away', () => {
    document.body.replaceChildren();
    const secrets = [...draw(), ...readByPeople()];
    expect(secrets.length).toBeGreaterThan(10);
    const snapshot = pageSnapshot(document, url.host, at);
    const written = JSON.stringify(snapshot.body);
    const values = new Set(valuesIn(snapshot.body).flatMap(value => [value, ...value.split(' ')]));
    for (const secret of secrets) {
      expect(values, secret).not.toContain(secret);
      // A short word may be a part of a program's own: as a whole value it was looked for.
      if (secret.length >= 8 || /[^\x20-\x7e]/.test(secret)) expect(written, secret).not.toContain(secret);
    }
    expect(written).not.toMatch(/\d{3}|@|https?:/);
    expect(written).not.toMatch(/[^\x20-\x7e…]/);
  });

  it('is known again by its reader: rows, messages and what is missing, but for what was taken out', () => {
    document.body.replaceChildren();
    draw();
    const before = platform.page.read(document, look);
    const snapshot = readSnapshot(JSON.parse(JSON.stringify(pageSnapshot(document, url.host, at))));
    if (!snapshot || before.is !== 'read') throw new Error('nothing to compare');
    document.body.outerHTML = htmlOf(snapshot);
    const after = platform.page.read(document, look);
    if (after.is !== 'read') throw new Error(after.is);
    expect([after.rows, after.messages]).toEqual([before.rows, before.messages]);
    expect(before.rows).toBeGreaterThan(0);
    expect(before.messages).toBeGreaterThan(0);
    const takenOut = ['message-id', 'message-time', 'open-conversation', 'open-buyer'];
    expect(after.missing.filter(thing => !takenOut.includes(thing))).toEqual(
      before.missing.filter(thing => !takenOut.includes(thing)),
    );
  });
});

it('keeps nothing that looks like somebody’s, wherever a page puts it', () => {
  document.body.innerHTML = `<div id="user-7490000000000009001" class="Intan a@b.example inputArea_555:7 card_12 龚望舒"
    data-testid="chat.7490001.row" data-buyer="Intan" onclick="steal('Intan')" style="color: red; flex-direction: row-reverse; background: url(https://x.example/Intan)"
    data-intan123456="x"><script>var buyer = 'Intan'</script><input value="Intan"><svg><title>Intan</title></svg><b>Intan</b></div>`;
  const { body } = pageSnapshot(document, 'x.example', at);
  expect(JSON.stringify(body)).not.toContain('Intan');
  expect(body).toEqual([
    'body',
    {},
    [
      'div',
      {
        id: 'user-0',
        class: 'inputArea_ card_12',
        'data-testid': '',
        'data-buyer': '',
        onclick: '',
        style: 'flex-direction: row-reverse',
      },
      ['script', {}],
      ['input', { value: '' }],
      ['svg', {}],
      ['b', {}, '…'],
    ],
  ]);
});

it('of a page without end keeps a part, and says so', () => {
  document.body.innerHTML = '<p><i></i></p>'.repeat(5000);
  expect(pageSnapshot(document, 'x.example', at)).toMatchObject({ isCut: true });
  let deep = '';
  for (let i = 0; i < 300; i++) deep = `<div>${deep}</div>`;
  document.body.innerHTML = deep;
  const snapshot = pageSnapshot(document, 'x.example', at);
  expect(snapshot.isCut).toBe(true);
  expect(readSnapshot(snapshot)).toEqual(snapshot);
});

it.each([
  null,
  {},
  { is: 'lekas-page', version: 2 },
  { is: 'lekas-page', version: 1, host: 'x', day: '2026-09-10', body: ['script>', {}] },
  { is: 'lekas-page', version: 1, host: 'x', day: '2026-09-10', body: ['div', { 'a"b': '' }] },
  { is: 'lekas-page', version: 1, host: 'x', day: '2026-09-10', body: ['div', {}, 'a text'] },
  { is: 'lekas-page', version: 1, host: 'x y', day: '2026-09-10', body: ['div', {}] },
])('%j is no snapshot', raw => {
  expect(readSnapshot(raw)).toBeNull();
});

it('whatever is in the attributes, what is written is one element with them, and no other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), value => {
      const holder = document.implementation.createHTMLDocument();
      const node = ['div', { class: value }] as const;
      holder.body.innerHTML = htmlOf({ is: 'lekas-page', version: 1, host: 'x', day: '2026-09-10', body: node });
      expect(holder.body.children).toHaveLength(1);
      expect(holder.body.firstElementChild?.children).toHaveLength(0);
    }),
  );
});
