// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBatch } from '../../../lib/messaging/observation-schema';
import { feige } from '../../../lib/platforms/feige/feige';
import { feigeNumbers } from '../../../lib/platforms/feige/numbers';
import { readRowTimer } from '../../../lib/platforms/feige/page/row-timer';
import type { LookArgs } from '../../../lib/platforms/platform';
import { tiktokShop } from '../../../lib/platforms/tiktok-shop/tiktok-shop';
import { conversation, message, noon, onHttp, response } from '../platforms/build-frames';
import { decodedIm } from '../platforms/decoded';
import * as onFeige from '../platforms/feige/feige-messages';

/** What hostile inputs found, each under the name of its fault. */

const told = (...built: Parameters<typeof message>[1][]) =>
  decodedIm(
    onHttp(
      response(
        301,
        built.map(one => message(1, one)),
      ),
    ),
  );
const unread = (what: string) => [{ is: 'not-understood', what }];

describe('ids of a form that no log takes were told as if they were ids', () => {
  const ext = { type: 'text', sender_role: '1', attention: 'true', shop_id: '7490000000000000001' };

  it.each([
    ['a conversation', { conversation: '<b>x</b>' }, 'conversation_id'],
    ['the text in the place of a conversation', { conversation: 'words nobody keeps' }, 'conversation_id'],
    ['a shop', { ext: { ...ext, shop_id: '../x' } }, 'shop_id'],
    ['a session', { ext: { ...ext, talk_id: 'a b' } }, 'talk_id'],
  ])('%s', (_, built, what) => {
    expect(told(built)).toEqual(unread(what));
  });

  it('of the state of a conversation', () => {
    const state = (shop: string, id?: string) =>
      decodedIm(onHttp(response(610, [conversation(1, { countdown: 'true', pigeon_shop_id: shop }, id)])));
    expect(state('1', 'a b')).toEqual(unread('conversation_id'));
    expect(state('a b')).toEqual(unread('pigeon_shop_id'));
  });

  it('of a sender, whose number in JSON was too large to be written without its exponent', () => {
    const body = `{"code":0,"data":[{"conversationId":"${onFeige.chat}","coreInfoMap":{},"msgList":[{"messageBody":{
      "serverId":"7490000000000100007","createTime":${onFeige.noon},"sender":1e+21,"ext":${JSON.stringify(onFeige.staffExt)}}}]}]}`;
    expect(onFeige.json(onFeige.listUrl, body)).toContainEqual({ is: 'not-understood', what: 'sender' });
  });

  it("of Feige's open chat, by the class of its composer", () => {
    document.body.innerHTML = readFileSync('tests/unit/platforms/feige/pages/split.html', 'utf8').replaceAll(
      'inputArea_5550001:',
      'inputArea_\ufffd550001:',
    );
    const url = new URL('https://im.jinritemai.com/pc_seller_v2/main/workspace');
    const look: LookArgs = { at: noon, zone: 'Asia/Shanghai', url, inPage: () => [], accounts: new Set() };
    expect(document.body.innerHTML).toContain('\ufffd550001:');
    const reading = feige.page.read(document, look);
    expect(JSON.stringify(reading)).not.toContain('\ufffd');
  });

  it("of TikTok Shop's rows and messages, by the objects of the page", () => {
    document.body.innerHTML = readFileSync('tests/unit/platforms/pages/inbox.html', 'utf8');
    const look: LookArgs = {
      ...{ at: noon, zone: 'Asia/Jakarta', url: new URL('https://seller-id.tokopedia.com/chat/inbox/current') },
      accounts: new Set(['1']),
      inPage: ({ selector }) =>
        Array.from(document.querySelectorAll(selector), (_, i) => ({
          conversation: i === 0 ? '' : `a b ${i}`,
          sender: '<i>',
        })),
    };
    const reading = tiktokShop.page.read(document, look);
    const rows = reading.is === 'read' ? reading.observations.filter(({ is }) => is !== 'not-understood') : [reading];
    expect(rows).toEqual([]);
    expect(reading).toMatchObject({ is: 'read', rows: 3 });
  });
});

it('a place in the conversation counted in ns, beyond exact numbers, was told as one', () => {
  const seen = told({ index: null, createTime: noon }, { index: noon * 1000 });
  expect(seen).toMatchObject([{ is: 'message' }, { is: 'message', order: noon * 1000 }]);
  const inNs = decodedIm(onHttp(response(301, [message(1, { index: `${noon + 40}000000` as unknown as number })])));
  expect(inNs).toMatchObject([{ is: 'message', sentAt: noon }]);
  expect(readBatch(inNs as unknown[], noon + 500).refused).toBe(0);
});

it.each([{ toString: 1 }, [[[]]], null])("a code or title that has no text made Feige's decoders throw: %j", odd => {
  expect(onFeige.json(onFeige.listUrl, { code: odd })).toMatchObject({ notUnderstood: `code ${typeof odd}` });
  const url = 'https://fxg.jinritemai.com/governance/shop/experiencescore/getAnalysisScore';
  const body = JSON.stringify({ code: 0, data: { shop_analysis: [{ title: odd, some_id: odd }] } });
  expect(feigeNumbers.decode({ url, via: 'fetch', body, at: noon })).toEqual([]);
});

it('a mean response with more digits than any time was told as endless', () => {
  const url = 'https://fxg.jinritemai.com/governance/shop/experiencescore/getAnalysisScore';
  const item = { title: '平均响应时长', value: { value_figure: '1'.repeat(400) } };
  const body = JSON.stringify({ code: 0, data: { shop_analysis: [item] } });
  expect(feigeNumbers.decode({ url, via: 'fetch', body, at: noon })).toEqual(unread('value_figure'));
});

it('a row that has waited since before there was a chat was told as waiting since then', () => {
  expect(readRowTimer('99999999999999小时', noon)).toEqual({ is: 'waiting', since: null });
  expect(readRowTimer('90000时', noon)).toMatchObject({ since: { at: expect.any(Number) } });
});
