/**
 * The forms that ids may have. Ids come from pages, and a page may be hostile: what has another form is taken for no id by
 * whoever reads it, and would be refused by whoever records it.
 */
const id = /^[\w:.-]{1,64}$/;

// Feige's hold the buyer's id, which may be a long one, and the shop's (feige.md section 3).
const chatId = /^[\w:.=-]{1,128}$/;

/** Whether it can be the id of a message, a session, a shop's account or a member of staff. */
export const isId = (text: string): boolean => id.test(text);

/** Whether it can be the id of a conversation. */
export const isChatId = (text: string): boolean => chatId.test(text);
