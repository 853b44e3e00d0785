/** What the platform itself writes into a chat. Recorded words (feige, section 5); names of people and shop are ours. */
export const lines = {
  welcome: 'Hi，欢迎光临本店，请问有什么可以帮助您?',
  assigned: (agent: string) => `客服${agent}接入`,
  assignedByShop: (shop: string) => `${shop}的小店接入`,
  toPerson: (agent: string) => `人工客服 ${agent} 为您服务`,
  toPersonNow: '现在是人工客服为您服务',
  toRobot: '机器人接待中',
  // The beginning `[转接` is recorded, the rest is not.
  transferred: (from: string, to: string) => `[转接] ${from} 已将会话转交给 ${to}`,
  waitedLong: '当前会话已长时间未回复，若后续仍未回复，平台可能主动介入处理',
  waited: (seconds: number) => `用户已等待超${seconds}秒，请尽快回复`,
  viewing: '用户正在查看商品',
  fromHistory: '从历史会话发起会话',
  asksForPerson: '转人工',
  card: '[商品]',
  // Words for pictures and stickers in place of a text were not recorded.
  image: '[图片]',
  sticker: '[表情]',
  pushed: '为您推荐：夏日晴空折叠伞',
} as const;

/** How a session ended, in the platform's words. */
export const closings = {
  'buyer-silent': '用户超时未回复，系统关闭会话',
  'you-silent': '您超时未回复，系统关闭会话',
  'staff-silent': '客服超时未回复用户，系统关闭会话',
  staff: '[客服关闭会话]',
} as const;

export type Closing = keyof typeof closings;

/** Lines under a bubble by which a robot's answer is known, and the shop's own automatic texts. */
export const underBubble = {
  automatic: '此消息由机器人自动回复',
  recommended: '此消息由机器人推荐',
  configured: '商家配置发送',
} as const;

export type UnderBubble = keyof typeof underBubble;
