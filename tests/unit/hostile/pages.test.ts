// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { feige } from '../../../lib/platforms/feige/feige';
import type { InPageAnswer, LookArgs, Platform } from '../../../lib/platforms/platform';
import { shopee } from '../../../lib/platforms/shopee/shopee';
import { tiktokShop } from '../../../lib/platforms/tiktok-shop/tiktok-shop';
import { checkReading } from './check';
import { spoiledBytes } from './mutate';
import { bounded, nastyText, outcomes, patienceMs, share, some } from './runs';

const at = Date.UTC(2026, 10, 22, 11, 0, 0);
const page = (path: string) => readFileSync(`tests/unit/platforms/${path}.html`, 'utf8');

type Change = (document: Document) => void;

const nth = <T>(list: ArrayLike<T>, n: number): T | undefined => list[n % Math.max(1, list.length)];

/** One thing that goes wrong with a page: other texts, other attributes, elements gone, said twice, moved, buried. */
const change: fc.Arbitrary<Change> = fc
  .record({
    how: fc.constantFrom('text', 'text', 'text', 'attribute', 'attribute', 'gone', 'twice', 'moved', 'buried', 'many'),
    which: fc.nat(),
    other: fc.nat(),
    text: nastyText.map(odd => odd.toWellFormed().replaceAll('\0', '')),
  })
  .map(({ how, which, other, text }) => document => {
    const elements = document.body.querySelectorAll('*');
    const element = nth(elements, which);
    if (!element) return;
    const leaves = Array.from(elements).filter(({ childElementCount }) => childElementCount === 0);
    const leaf = nth(leaves, which) ?? element;
    switch (how) {
      case 'text':
        leaf.textContent = text;
        break;
      case 'attribute': {
        const name = nth(element.getAttributeNames(), other);
        if (name) element.setAttribute(name, text);
        break;
      }
      case 'gone':
        element.remove();
        break;
      case 'twice':
        element.after(element.cloneNode(true));
        break;
      case 'moved': {
        const home = nth(elements, other);
        if (home && !element.contains(home)) home.append(element);
        break;
      }
      case 'buried': {
        const deep = Array.from({ length: 100 }, () => document.createElement('div'));
        deep.forEach((one, i) => {
          one.append(deep[i + 1] ?? text);
        });
        if (deep[0]) leaf.append(deep[0]);
        break;
      }
      default:
        for (let i = 0; i < 30; i++) element.after(element.cloneNode(true));
    }
  });

/** What hangs on the page's elements, by the page's word. */
const answer = fc.dictionary(
  fc.constantFrom(
    ...['conversation', 'serverId', 'messageId', 'rawId', 'sender', 'createTime', 'type', 'id', 'to_id', 'to_name'],
    ...['shop_id', 'latest_message_id', 'latest_message_from_id', 'latest_message_type', 'last_message_time'],
  ),
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('7490000000000009001', '1000', String(at), '280001111', String(at / 1000)),
    },
    { weight: 2, arbitrary: nastyText },
  ),
  { maxKeys: 12 },
);

const encoder = new TextEncoder();
const decoder = new TextDecoder();

for (const [name, platform, zone, url, htmls] of [
  [
    "TikTok Shop's page",
    tiktokShop,
    'Asia/Jakarta',
    'https://seller-id.tokopedia.com/chat/inbox/current',
    [page('pages/inbox')],
  ],
  [
    "Feige's page",
    feige,
    'Asia/Shanghai',
    'https://im.jinritemai.com/pc_seller_v2/main/workspace',
    [page('feige/pages/workspace'), page('feige/pages/split')],
  ],
  [
    "Shopee's page",
    shopee,
    'America/Sao_Paulo',
    'https://seller.shopee.com.br/new-webchat/conversations',
    [page('shopee/pages/chat')],
  ],
] as const satisfies readonly (readonly [string, Platform, string, string, readonly string[]])[]) {
  const counted = outcomes(name);
  const html = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...htmls) },
    { weight: 1, arbitrary: spoiledBytes(htmls.map(text => encoder.encode(text))).map(bytes => decoder.decode(bytes)) },
  );
  const spoiled = fc.record({
    html,
    changes: fc.array(change, { maxLength: 5 }),
    answers: fc.array(answer, { minLength: 1, maxLength: 6 }),
    isEven: fc.boolean(),
  });

  function lookOf({ answers, isEven }: { answers: readonly InPageAnswer[]; isEven: boolean }): LookArgs {
    return {
      at,
      zone,
      url: new URL(url),
      accounts: new Set(['7490000000000000001']),
      inPage(ask) {
        const count = document.querySelectorAll(ask.selector).length + (isEven ? 0 : 1);
        return Array.from({ length: count }, (_, i) => answers[i % answers.length] ?? {});
      },
    };
  }

  it(`${name}: however it is made, a look at it ends, throws nothing, and gives only what can be recorded`, {
    timeout: patienceMs,
  }, () => {
    fc.assert(
      fc.property(some(spoiled), many => {
        for (const one of many) {
          document.body.innerHTML = one.html;
          for (const each of one.changes) each(document);
          const before = document.body.innerHTML;
          const reading = bounded(() => platform.page.read(document, lookOf(one)));
          checkReading(reading, at, counted);
          if (document.body.innerHTML !== before) throw new Error('the page was changed');
        }
      }),
      share(0.006),
    );
    expect(counted.inputs).toBeGreaterThan(0);
  });
}
