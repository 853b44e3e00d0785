import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SimulatedWorkbench } from '../../../pages/feige/workbench.ts';
import { at, extOf, partAt, payloadOf, readBack, textAt } from '../read-back.ts';
import { framesFrom, messageIn } from './heard-from.ts';

const noon = Date.UTC(2026, 10, 22, 4); // 12:00 in Shanghai
let workbench = new SimulatedWorkbench({ now: () => noon });
let frames: Uint8Array[] = [];

beforeEach(() => {
  workbench = new SimulatedWorkbench({ now: () => noon });
  frames = framesFrom(workbench);
});

afterEach(() => {
  workbench.close();
});

const last = () => messageIn(frames.at(-1));
const flow = (ext: Record<string, string>) => JSON.parse(ext.flow_extra ?? '{}').direction;

describe('a push of the simulated workbench', () => {
  it.each(['plain', 'lz4', 'gzip'] as const)('reads back from a %s frame', encoding => {
    const chat = workbench.buyer('季海棠');
    const sent = workbench.buyerWrites(chat, { encoding, text: '一米七五穿多大码合适呢，平时穿的是中号，偏瘦' });

    expect(chat.id).toBe(`${chat.buyerId}:${workbench.options.shopId}::2:1:pigeon`);
    expect(textAt(last(), 1)).toBe(chat.id);
    expect(at(last(), 2)).toBe(10n);
    expect(String(at(last(), 3))).toBe(sent.id);
    expect(at(last(), 6)).toBe(1000n);
    expect(String(at(last(), 7))).toBe(chat.buyerId);
    expect(textAt(last(), 8)).toBe('一米七五穿多大码合适呢，平时穿的是中号，偏瘦');
    expect(at(last(), 10)).toBe(BigInt(noon));
    const lagMs = Number(at(last(), 4)) / 1000 - noon;
    expect(lagMs).toBeGreaterThanOrEqual(11);
    expect(lagMs).toBeLessThanOrEqual(103);
  });

  it('is plain unless asked otherwise', () => {
    workbench.buyerWrites(workbench.buyer('季海棠'));

    expect(textAt(frames[0] ?? new Uint8Array(0), 6)).toBe('');
    expect(textAt(frames[0] ?? new Uint8Array(0), 7)).toBe('pb');
  });

  it('can leave the conversation out of its field and name it in ext', () => {
    const other = new SimulatedWorkbench({ now: () => noon, conversationIdIn: 'ext' });
    const heard = framesFrom(other);
    const chat = other.buyer('翁知秋');
    other.buyerWrites(chat);
    other.close();

    const body = messageIn(heard[0]);
    expect(readBack(body)[1]).toBeUndefined();
    expect(extOf(body).security_conversation_id).toBe(chat.id);
  });

  it('goes on from the cursor at which the one before ended', () => {
    const chat = workbench.buyer('季海棠');
    const start = at(workbench.initAnswer(), 6, 203, 3);
    workbench.buyerWrites(chat);
    workbench.robotAnswers(chat);
    workbench.sellerAnswers(chat);

    const notifies = frames.map(frame => partAt(payloadOf(frame), 6, 500));
    expect([start, ...notifies.map(notify => at(notify, 7))].slice(0, 3)).toEqual(
      notifies.map(notify => at(notify, 6)),
    );
  });
});

describe('who wrote', () => {
  it('a buyer: role 1, Buyer, asks for attention', () => {
    const sent = workbench.buyerWrites(workbench.buyer('邱若谷'));
    const ext = extOf(last());

    expect(ext).toMatchObject({ type: 'text', sender_role: '1', 's:sender_biz_role': 'Buyer', attention: 'true' });
    expect(ext.talk_id).toBe(sent.session);
    expect(flow(ext)).toBe(1);
  });

  it('a member of staff: role 2, CurrentServer, typed by hand, under an id of their own', () => {
    const chat = workbench.buyer('邱若谷');
    workbench.buyerWrites(chat);
    const sent = workbench.sellerAnswers(chat, { agent: '阿强' });
    const ext = extOf(last());

    expect(ext).toMatchObject({ sender_role: '2', 's:sender_biz_role': 'CurrentServer', talk_id: sent.session });
    expect(ext['p:check_Send']).not.toBe('');
    expect(flow(ext)).toBe(2);
    expect(String(at(last(), 7))).toBe(workbench.agent('阿强').id);
    expect(sent.agent).toBe(workbench.agent('阿强').id);
  });

  it('a robot in the human stage: not the staff, and the buyer still waits', () => {
    const chat = workbench.buyer('邱若谷');
    workbench.buyerWrites(chat);
    const sent = workbench.robotAnswers(chat);

    expect(extOf(last())['s:sender_biz_role']).toBe('Shop');
    expect(extOf(last())).not.toHaveProperty('p:check_Send');
    expect(sent.author).toBe('robot');
    expect(chat.waitingSinceS).toBe(noon / 1000);
  });

  it('a welcome: the recorded words and id, and no wait ends', () => {
    const chat = workbench.buyer('邱若谷');
    workbench.buyerWrites(chat);
    const sent = workbench.greets(chat);

    expect(textAt(last(), 8)).toBe('Hi，欢迎光临本店，请问有什么可以帮助您?');
    expect(extOf(last())['s:client_message_id']).toMatch(/^\d+_Welcome_$/);
    expect(sent).toMatchObject({ author: 'robot', kind: 'greeting' });
    expect(chat.waitingSinceS).toBe(noon / 1000);
  });

  it('a product card: of the buyer, it asks; pushed by the shop, it does not', () => {
    const chat = workbench.buyer('邱若谷');
    const pushed = workbench.pushesCard(chat);
    expect(extOf(last())).toMatchObject({ sender_role: '4', type: 'template_card' });
    expect(extOf(last())).not.toHaveProperty('generic_search_keywords');
    expect(pushed.author).toBe('system');
    expect(chat.waitingSinceS).toBeUndefined();

    const shared = workbench.buyerWrites(chat, { kind: 'product-card' });
    expect(extOf(last())).toMatchObject({ sender_role: '1', type: 'template_card' });
    expect(textAt(last(), 8)).toBe('[商品]');
    expect(shared.author).toBe('buyer');
  });
});

describe('what the platform says', () => {
  it('an assignment: its type, its id, a text that ends in 接入; once with the buyer’s marks', () => {
    const chat = workbench.buyer('饶满月');
    workbench.assigns(chat, { agent: '鹿鹿' });
    expect(extOf(last())).toMatchObject({ type: 'allocated_service', sender_role: '3', attention: 'false' });
    expect(extOf(last())['s:client_message_id']).toMatch(/^\d+_CsAssign_$/);
    expect(textAt(last(), 8)).toBe('客服鹿鹿接入');
    expect(chat.agent.name).toBe('鹿鹿');

    const sent = workbench.assigns(chat, { asBuyer: true, by: 'shop' });
    expect(extOf(last())).toMatchObject({ 's:sender_biz_role': 'Buyer', attention: 'true' });
    expect(textAt(last(), 8)).toBe('模拟杂货铺的小店接入');
    expect(sent.author).toBe('system');
  });

  it.each([
    ['person', '人工客服 小美 为您服务'],
    ['person-now', '现在是人工客服为您服务'],
    ['robot', '机器人接待中'],
  ] as const)('a hand-over to %s writes the session 3:<talk_id>', (to, words) => {
    const chat = workbench.buyer('饶满月');
    const { session } = workbench.buyerWrites(chat);
    const sent = workbench.handsOver(chat, { to });

    expect(textAt(last(), 8)).toBe(words);
    expect(extOf(last()).talk_id).toBe(`3:${session}`);
    expect(sent.session).toBe(session);
  });

  it('a transfer gives the chat to somebody else, who answers from then on', () => {
    const chat = workbench.buyer('饶满月');
    workbench.buyerWrites(chat);
    workbench.transfers(chat, { to: '阿强' });
    expect(textAt(last(), 8)).toMatch(/^\[转接/);
    expect(extOf(last()).type).toContain('transfer');

    expect(workbench.sellerAnswers(chat).agent).toBe(workbench.agent('阿强').id);
  });

  it.each([
    ['buyer-silent', '用户超时未回复，系统关闭会话'],
    ['you-silent', '您超时未回复，系统关闭会话'],
    ['staff-silent', '客服超时未回复用户，系统关闭会话'],
    ['staff', '[客服关闭会话]'],
  ] as const)('a close (%s) ends session and wait; the next message opens another', (by, words) => {
    const chat = workbench.buyer('饶满月');
    const before = workbench.buyerWrites(chat);
    const closing = workbench.closes(chat, { by });

    expect(textAt(last(), 8)).toBe(words);
    expect(at(last(), 6)).toBe(1005n);
    expect(extOf(last())['s:client_message_id']).toMatch(/^cs_close_conversation\d+$/);
    expect(closing.session).toBe(before.session);
    expect(chat).toMatchObject({ waitingSinceS: undefined, current: false });
    expect(workbench.buyerWrites(chat).session).not.toBe(before.session);
    expect(chat.current).toBe(true);
  });

  it('a late notice: as a message, and as text somewhere inside a frame that is none', () => {
    const chat = workbench.buyer('饶满月');
    workbench.buyerWrites(chat);
    workbench.warns(chat, { seconds: 30 });
    expect(textAt(last(), 8)).toBe('用户已等待超30秒，请尽快回复');
    expect(at(last(), 6)).toBe(1000n);
    const known = workbench.sent.length;

    workbench.warnsInside(chat, { seconds: 60, depth: 4 });
    expect(at(last(), 6)).toBe(50001n);
    expect(textAt(last(), 8)).toBe('{"data":{"data":{"data":{"hint":"用户已等待超60秒，请尽快回复"}}}}');
    expect(workbench.sent).toHaveLength(known);
  });

  it('context lines ask nothing', () => {
    const chat = workbench.buyer('饶满月');
    workbench.showsContext(chat);
    expect(textAt(last(), 8)).toBe('用户正在查看商品');
    expect(extOf(last()).attention).toBe('false');
    workbench.showsContext(chat, { from: 'history' });
    expect(textAt(last(), 8)).toBe('从历史会话发起会话');
    expect(chat.waitingSinceS).toBeUndefined();
  });
});

describe('what is no message', () => {
  it('a buyer asks for a person: typed it is a message, by the button an event', () => {
    const chat = workbench.buyer('盛桃夭');
    const typed = workbench.typesForPerson(chat);
    expect(textAt(last(), 8)).toBe('转人工');
    expect(extOf(last()).sender_role).toBe('1');

    workbench.pressesForPerson(chat);
    expect(at(last(), 6)).not.toBe(1000n);
    expect(JSON.parse(textAt(last(), 8))).toEqual({
      switch_human_triggered_word: '转人工',
      talk_id: `3:${typed.session}`,
    });
    expect(workbench.sent).toEqual([typed]);
  });

  it('an update of ext repeats ids and role; a receipt has none', () => {
    const chat = workbench.buyer('盛桃夭');
    const sent = workbench.buyerWrites(chat);
    workbench.updatesExt(sent);
    expect(at(last(), 6)).toBe(50002n);
    expect(String(at(last(), 3))).toBe(sent.id);
    expect(extOf(last())).toMatchObject({ sender_role: '1', 's:sender_biz_role': 'Buyer' });

    workbench.buyerReads(chat);
    expect(at(last(), 6)).toBe(50001n);
    expect(extOf(last())).not.toHaveProperty('sender_role');
    expect(workbench.sent).toEqual([sent]);
  });

  it('the first text of a cold start can come by the list alone', () => {
    const other = new SimulatedWorkbench({ now: () => noon, coldStart: 'unpushed' });
    const heard = framesFrom(other);
    const chat = other.buyer('谭疏影');
    const first = other.buyerWrites(chat);
    expect(heard).toEqual([]);
    const [row] = other.listAnswer('current', { pageNo: 1, pageSize: 50 }).data;
    expect(row?.msgList[0]?.messageBody.serverId).toBe(first.id);

    const second = other.buyerWrites(chat);
    expect(String(at(messageIn(heard[0]), 3))).toBe(second.id);
    other.close();
  });
});

it('a seeded past is the same twice, pages to its end, and holds every sort of author', () => {
  workbench.seed({ conversations: 40, messages: 1000, seed: 5 });
  const other = new SimulatedWorkbench({ now: () => noon });
  other.seed({ conversations: 40, messages: 1000, seed: 5 });
  expect(other.sent).toEqual(workbench.sent);
  other.close();

  const ids = new Set<string>();
  for (const chat of workbench.conversations) {
    for (let cursor = 0n, more = true; more; ) {
      const page = partAt(workbench.historyAnswer(chat, cursor), 6, 301);
      for (const body of readBack(page)[1] ?? []) if (body instanceof Uint8Array) ids.add(String(at(body, 3)));
      cursor = BigInt(String(at(page, 2) ?? 0));
      more = at(page, 3) === 1n;
    }
  }
  expect(ids).toEqual(new Set(workbench.sent.map(({ id }) => id)));
  expect(ids.size).toBe(1000);
  expect(new Set(workbench.sent.map(({ author }) => author))).toEqual(new Set(['buyer', 'seller', 'robot', 'system']));
  expect(new Set(workbench.sent.flatMap(({ agent }) => agent ?? [])).size).toBe(3);
});
