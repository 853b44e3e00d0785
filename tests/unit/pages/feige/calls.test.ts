import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SimulatedWorkbench } from '../../../pages/feige/workbench.ts';
import { at } from '../read-back.ts';
import { asked } from './heard-from.ts';

const noon = Date.UTC(2026, 10, 22, 4);
const list = 'https://pigeon.jinritemai.com/chat/api/backstage/conversation/get_current_conversation_list';
const history = 'https://pigeon.jinritemai.com/pigeon_im/v1/message/get_by_conversation';
let workbench = new SimulatedWorkbench({ now: () => noon });

beforeEach(() => {
  workbench = new SimulatedWorkbench({ now: () => noon });
});

afterEach(() => {
  workbench.close();
});

const json = async (address: string) => JSON.parse((await asked(workbench, address)).text);

describe('the list call', () => {
  it('marks who waits with a text and the second at which the wait began', async () => {
    const chat = workbench.buyer('范晨屿');
    const sent = workbench.buyerWrites(chat, { at: noon - 42_300 });
    const answer = await json(`${list}?pageNo=1&pageSize=50`);

    expect(answer).toMatchObject({ code: 0, total: 1 });
    expect(answer.data[0].coreInfoMap).toMatchObject({
      countdown: 'true',
      countdown_time: String(Math.floor((noon - 42_300) / 1000)),
    });
    expect(answer.data[0].msgList[0].messageBody).toMatchObject({
      serverId: sent.id,
      createTime: noon - 42_300,
      sender: chat.buyerId,
      ext: { 's:sender_biz_role': 'Buyer', attention: 'true' },
    });

    workbench.sellerAnswers(chat);
    const { coreInfoMap } = (await json(list)).data[0];
    expect(coreInfoMap.countdown).toBe('false');
    expect(coreInfoMap).not.toHaveProperty('countdown_time');
  });

  it('comes in pages, the newest first', async () => {
    const chats = Array.from({ length: 5 }, (_, i) => workbench.buyer(`买家${i}`));
    for (const [i, chat] of chats.entries()) workbench.buyerWrites(chat, { at: noon - 60_000 + i * 1000 });
    const page = async (pageNo: number) => {
      const { total, data } = await json(`${list}?pageNo=${pageNo}&pageSize=2`);
      return [total, data.map((row: { conversationId: string }) => row.conversationId)];
    };

    const [a, b, c, d, e] = chats.map(({ id }) => id);
    expect(await page(1)).toEqual([5, [e, d]]);
    expect(await page(2)).toEqual([5, [c, b]]);
    expect(await page(3)).toEqual([5, [a]]);
  });

  it('can speak in seconds and without ids', async () => {
    const other = new SimulatedWorkbench({ now: () => noon, jsonTime: 's', jsonIds: false });
    other.buyerWrites(other.buyer('范晨屿'), { at: noon - 1500 });
    const { messageBody } = JSON.parse((await asked(other, list)).text).data[0].msgList[0];
    other.close();

    expect(messageBody.createTime).toBe(Math.floor((noon - 1500) / 1000));
    expect(messageBody).not.toHaveProperty('serverId');
  });

  it('has a chat whose session was closed under the recent ones only', async () => {
    const chat = workbench.buyer('范晨屿');
    workbench.buyerWrites(chat);
    workbench.closes(chat);

    expect((await json(list)).total).toBe(0);
    expect((await json(list.replace('current', 'last'))).total).toBe(1);
  });

  it('answers whatever a test has put there, once', async () => {
    workbench.answersNext(new URL(list).pathname, '<html>');
    expect((await asked(workbench, list)).text).toBe('<html>');
    expect((await json(list)).code).toBe(0);
  });
});

describe('other calls', () => {
  it('say which shop and which member of staff this is', async () => {
    const { data } = await json('https://pigeon.jinritemai.com/backstage/currentuser');
    expect(data).toEqual({
      ShopId: workbench.options.shopId,
      ShopName: '模拟杂货铺',
      CustomerServiceInfo: { id: workbench.agent().id, screen_name: '小美' },
    });
    const other = new URL(workbench.urlOf('阿强')).searchParams.get('selfId');
    const second = await json(`https://pigeon.jinritemai.com/backstage/currentuser?selfId=${other}`);
    expect(second.data.CustomerServiceInfo.screen_name).toBe('阿强');
    expect((await json('https://pigeon.jinritemai.com/backstage/onlineservice')).data.online_status).toBe(1);
  });

  it('give history as a bare response, and refuse a chat they do not know', async () => {
    const answer = await asked(workbench, history, new Uint8Array(0));
    expect(answer.type).toBe('application/x-protobuf');
    expect(at(answer.body, 1)).toBe(301n);
    expect(at(answer.body, 3)).toBe(15n);
  });

  it('all refuse once the sign-in has ended: 10005 in JSON, status 100 on the wire', async () => {
    workbench.loginExpires('unnoticed');
    expect((await json(list)).code).toBe(10005);
    expect((await json('https://pigeon.jinritemai.com/backstage/currentuser')).code).toBe(10005);
    expect(at((await asked(workbench, history, new Uint8Array(0))).body, 3)).toBe(100n);

    workbench.signsInAgain();
    expect((await json(list)).code).toBe(0);
  });

  it('show the official numbers under the recorded names', async () => {
    const { data } = await json('https://fxg.jinritemai.com/governance/shop/experiencescore/getAnalysisScore');
    const mean = data.shop_analysis.find(({ node_id }: { node_id: number }) => node_id === 322);
    expect(mean).toMatchObject({ title: '飞鸽平均响应时长', value: { value_figure: '26' } });
    expect(mean.node_score_info.node_score).toBe(90);
    const ids = data.shop_analysis.map(({ node_id }: { node_id: number }) => node_id);
    expect(ids).toEqual([322, 316, 317, 318]);
  });
});

describe('addresses', () => {
  it.each([
    ['https://im.jinritemai.com/pc_seller_v2/main/workspace', 'workbench-page.ts'],
    ['https://im.jinritemai.com/pc_seller_v2/main', 'workbench-page.ts'],
    ['https://im.jinritemai.com/pc_seller_desk_v2/main/workspace', '示例买家'],
    ['https://fxg.jinritemai.com/login/common', '登录'],
    ['https://fxg.jinritemai.com/ffa/mshop/homepage/index', '模拟杂货铺'],
    ['https://fxg.jinritemai.com/ffa/eco/experience-score', 'score-page.ts'],
  ])('%s is there', async (address, words) => {
    const { status, text } = await asked(workbench, address);
    expect(status).toBe(200);
    expect(text).toContain(words);
  });

  it('the socket is asked for at its host, with the product’s number, by the page', async () => {
    const { text } = await asked(workbench, workbench.url);
    expect(text).toContain('wss://ws.fxg.jinritemai.com/ws/v2?aid=1383&fpid=92&device_platform=web');
  });

  it('the chat can sit in a frame of the page', async () => {
    const framed = new SimulatedWorkbench({ frame: true });
    const outer = await asked(framed, framed.url);
    framed.close();
    expect(outer.text).toContain('<iframe');
    expect(outer.text).not.toContain('workbench-page.ts');
    const inner = /src="(\/pc_seller_v2\/[^"]*)"/.exec(outer.text)?.[1];
    expect((await asked(framed, `https://im.jinritemai.com${inner}`)).text).toContain('workbench-page.ts');
  });
});
