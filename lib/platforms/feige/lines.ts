/** A text that the platform or the shop's settings wrote, by what it is. */
export type Line = 'close' | 'welcome' | 'robot' | 'notice';

/**
 * Texts of feige.md section 5, seen between Jun and Sep 2026. They are compared while a message is read and kept nowhere.
 * The first that fits decides.
 */
const lines: readonly (readonly [RegExp, Line])[] = [
  [/系统关闭会话$|^\[客服关闭会话\]/, 'close'],
  [/^Hi[，,]欢迎光临本店/, 'welcome'],
  // Under a robot's bubble; a phrase of one brand's robot; what the shop has set up.
  [/^此消息由机器人(?:自动回复|推荐)|^亲亲，在哒|商家配置发送$/, 'robot'],
  // Assignments and hand-overs.
  [/^客服.*接入$|的小店接入$|^人工客服.*为您服务|^现在是人工客服为您服务|^机器人接待中|^\[(?:转接|系统)/, 'notice'],
  // Warnings and context.
  [/^当前会话已长时间未回复|^用户已等待超|^用户正在查看商品|^从历史会话发起会话/, 'notice'],
];

/** What sort of line a text is; `null` for what people write. */
export function lineOf(text: string): Line | null {
  const trimmed = text.trim();
  return lines.find(([pattern]) => pattern.test(trimmed))?.[1] ?? null;
}

/** An assignment that comes in the buyer's name ends like this (feige.md section 3, agreeing sources). */
export const assignmentEnd = '接入';
