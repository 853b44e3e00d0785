import { describe, expect, it } from 'vitest';
import { buyerExt, staff, staffExt, told } from './feige-messages';

type Ext = Readonly<Record<string, string>>;
const system = { author: 'system' };
const robot = { author: 'robot' };
const notice = { ...system, kind: 'notice' };
const without = (ext: Ext, ...keys: string[]): Ext =>
  Object.fromEntries(Object.entries(ext).filter(([key]) => !keys.includes(key)));
const platformExt = { type: 'text', sender_role: '3', 's:sender_biz_role': 'System' };

describe('on Feige', () => {
  it.each<[string, Ext, object]>([
    ['a buyer who asks is a buyer', buyerExt, { author: 'buyer', kind: 'text', session: '4001' }],
    ['a picture counts', { ...buyerExt, type: 'file_image' }, { author: 'buyer', kind: 'image' }],
    ['a product card that the buyer shares counts', { ...buyerExt, type: 'template_card' }, { author: 'buyer' }],
    ['a buyer by role alone is one', without(buyerExt, 's:sender_biz_role'), { author: 'buyer' }],
    [
      'a buyer by direction alone is one',
      { ...without(buyerExt, 's:sender_biz_role', 'sender_role'), flow_extra: '{"a":1,"direction":1}' },
      { author: 'buyer' },
    ],
    ['what comes in the buyer’s name and asks for nothing does not count', { ...buyerExt, attention: 'false' }, system],
    ['nor does what does not say that it asks', without(buyerExt, 'attention'), system],
    ['nor what is shown to nobody', { ...buyerExt, frontend_need_hidden: '1' }, system],
    ['nor an event in the buyer’s name', { ...buyerExt, type: 'user_enter_event' }, system],
    ['a person who typed is a person, and named', staffExt, { author: 'seller', agent: staff, session: '4001' }],
    ['a person of a build without that mark is one too', without(staffExt, 'p:check_Send'), { author: 'seller' }],
    ['a person is one by direction alone', { type: 'text', flow_extra: '{"direction":"2"}' }, { author: 'seller' }],
    [
      'a robot that speaks for the shop is no person',
      { ...without(staffExt, 'p:check_Send'), 's:sender_biz_role': 'Shop' },
      robot,
    ],
    [
      'the shop’s side in another role than staff is no person',
      { sender_role: '2', 's:sender_biz_role': 'Assistant', type: 'text' },
      robot,
    ],
    [
      'what the platform generated for the shop is no person',
      { ...without(staffExt, 'p:check_Send'), from: 'api' },
      robot,
    ],
    ['the platform is nobody', platformExt, system],
    ['another role than the known ones is the platform’s', { type: 'text', 's:sender_biz_role': 'Risk' }, system],
    [
      'a card that is pushed asks nothing',
      { type: 'template_card', sender_role: '4', 's:sender_biz_role': 'Buyer', attention: 'true' },
      system,
    ],
    [
      'role 4 with the words of a search is not a pushed card',
      {
        type: 'template_card',
        sender_role: '4',
        's:sender_biz_role': 'Buyer',
        attention: 'true',
        generic_search_keywords: '鞋',
      },
      { author: 'buyer' },
    ],
    ['direction 9 is the platform’s, whoever it names', { ...staffExt, flow_extra: '{"direction":9}' }, system],
    ['direction 10 too', { ...buyerExt, flow_extra: `{"x":"${'y'.repeat(900)}","direction": 10}` }, system],
    ['an assignment is a notice', { ...staffExt, type: 'allocated_service' }, notice],
    ['a hand-over is a notice', { ...staffExt, type: 'transfer_conversation' }, system],
    ['a withdrawal is a notice', { ...staffExt, type: 'withdraw' }, system],
    ['a receipt is a notice', { ...buyerExt, type: 'read_receipt' }, system],
    ['"read" inside another word is no receipt', { ...buyerExt, type: 'thread_text' }, { author: 'buyer' }],
    ['the session of a hand-over is the same session', { ...staffExt, talk_id: '3:4001' }, { session: '4001' }],
    [
      'a generated welcome is the robot’s',
      { ...without(staffExt, 'p:check_Send'), 's:client_message_id': '17_Welcome_' },
      { ...robot, kind: 'greeting' },
    ],
    ['a generated assignment is a notice', { ...staffExt, 's:client_message_id': '17_CsAssign_' }, system],
    [
      'a generated end closes the session',
      { ...platformExt, 's:client_message_id': 'cs_close_conversation17' },
      { ...system, kind: 'close' },
    ],
    ['nobody by name is the platform', { type: 'text' }, system],
  ])('%s', (_, ext, expected) => {
    expect(told({ ext })).toMatchObject({ is: 'message', ...expected });
  });

  it.each<[string, Ext]>([
    ['a role that nobody recorded', { type: 'text', sender_role: '7' }],
    ['a direction that nobody recorded', { type: 'text', flow_extra: '{"direction":5}' }],
  ])('%s is not understood', (_, ext) => {
    expect(told({ ext })).toEqual({ is: 'not-understood', what: 'role' });
  });
});

describe('a line that the platform wrote', () => {
  const plain = without(staffExt, 'p:check_Send');
  it.each<[string, object]>([
    ['客服小叶接入', system],
    ['向阳童装的小店接入', system],
    ['Hi，欢迎光临本店，请问有什么可以帮助您?', { ...robot, kind: 'greeting' }],
    ['人工客服 小叶 为您服务', system],
    ['现在是人工客服为您服务', system],
    ['机器人接待中', system],
    ['此消息由机器人自动回复', robot],
    ['此消息由机器人推荐', robot],
    ['亲亲，在哒', robot],
    ['商家配置发送', robot],
    ['您超时未回复，系统关闭会话', { ...system, kind: 'close' }],
    ['用户超时未回复，系统关闭会话', { ...system, kind: 'close' }],
    ['客服超时未回复用户，系统关闭会话', { ...system, kind: 'close' }],
    ['[客服关闭会话]', { ...system, kind: 'close' }],
    ['当前会话已长时间未回复，若后续仍未回复，平台可能主动介入处理', system],
    ['用户已等待超30秒，请尽快回复', system],
    ['用户正在查看商品', system],
    ['从历史会话发起会话', system],
    ['[转接] 小叶转给小林', system],
    ['[系统消息]', system],
  ])('%s: is none of a person', (content, expected) => {
    expect(told({ ext: plain, content })).toMatchObject(expected);
  });

  it('ends the session also where the platform itself says it', () => {
    const content = '用户超时未回复，系统关闭会话';
    expect(told({ ext: { ...platformExt, talk_id: '4001' }, content })).toMatchObject({
      kind: 'close',
      session: '4001',
    });
  });

  it('is a person’s where a person typed it', () => {
    expect(told({ content: '商家配置发送' })).toMatchObject({ author: 'seller' });
  });

  it('in the buyer’s name, an assignment asks nothing; what the buyer writes about it does', () => {
    expect(told({ ext: buyerExt, content: '客服小叶接入' })).toMatchObject(system);
    expect(told({ ext: buyerExt, content: '接入以后怎么用？' })).toMatchObject({ author: 'buyer' });
    expect(told({ ext: buyerExt, content: '转人工' })).toMatchObject({ author: 'buyer' });
    expect(told({ ext: buyerExt, content: '' })).toMatchObject({ author: 'buyer' });
  });
});

describe('a promise', () => {
  it.each(['稍等', '亲，请稍等一下哦', '好的，我帮您查一下', '马上为您核实一下', '等下，我看一下', '这边去确认下哈'])(
    '%s: is only promised',
    content => {
      expect(told({ content })).toMatchObject({ author: 'seller', promise: true });
    },
  );

  it.each([
    '明天发货，请放心',
    '您等下单后会收到短信',
    '我看到您的快递已经到了',
    '帮您查到了，在路上',
    `稍等，${'您的订单已经发出，预计后天送达，'.repeat(3)}`,
    '',
  ])('%s: is an answer', content => {
    expect(told({ content })).not.toHaveProperty('promise');
  });

  it('is a person’s of the shop: a buyer and a robot promise nothing', () => {
    expect(told({ ext: buyerExt, content: '稍等' })).not.toHaveProperty('promise');
    expect(told({ ext: { ...staffExt, 'p:check_Send': '', from: 'api' }, content: '稍等' })).toMatchObject(robot);
  });
});

it('what was written never comes out', () => {
  const secret = (ext: Ext) =>
    JSON.stringify(told({ ext: { ...ext, uname: '机密', nickname: '机密' }, content: '机密 稍等' }));
  expect(secret(staffExt) + secret(buyerExt) + secret({ ...staffExt, 'p:check_Send': '' })).not.toMatch(/机密|稍等/);
});

it.each([
  ['an update of a message, in the buyer’s name', { type: 50002, ext: buyerExt }],
  ['a read receipt', { type: 50001 }],
  ['a chat that is none with a buyer', { conversation: '5550001:7490001::1009:1:pigeon:x' }],
])('%s is nothing', (_, built) => {
  expect(told(built)).toBeNull();
});

it('a conversation whose name has no known form is not understood', () => {
  expect(told({ conversation: '7490000000000009001' })).toEqual({ is: 'not-understood', what: 'conversation_id' });
});

it('a message that names its conversation only in its marks is of that one', () => {
  const security = 'AQD-x_y:7490001::2:1:pigeon';
  const ext = { ...buyerExt, security_conversation_id: security };
  expect(told({ conversation: '', ext })).toMatchObject({ conversation: security, account: '7490001' });
});
