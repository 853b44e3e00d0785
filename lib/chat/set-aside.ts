/**
 * Why a seller may say that a chat does not count. `abusive`: the buyer was proven abusive and the chat taken out on
 * appeal (TikTok Shop agreement 5.3); `spam`: reported as spam (Tokopedia, help article t-int108); `account-gone`: the
 * buyer was banned, suspended or deleted (Shopee, phanviet.com); `other` is the seller's own word. rules.md sections 2, 4, 5.
 */
export const setAsideReasons = ['abusive', 'spam', 'account-gone', 'other'] as const;

export type SetAsideBecause = (typeof setAsideReasons)[number];
