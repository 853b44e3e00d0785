import { isChatId } from '../../chat/id-forms';

// `<buyer>:<shopId>::2:1:pigeon` (feige.md section 3, agreeing sources).
const buyerChat = /^[^:\s]+:(\d{1,24})::2:1:pigeon$/;

/**
 * The shop's id, which stands in the name of every ordinary chat with a buyer. `null`: the name has another tail, such as
 * `::1009:1:pigeon:…`, and is no such chat; `undefined`: it is no name of a conversation that is known.
 */
export function accountOf(conversation: string): string | null | undefined {
  if (!isChatId(conversation)) return undefined;
  const shop = buyerChat.exec(conversation)?.[1];
  return shop ?? (/^[^:\s]*:[^:\s]*::/.test(conversation) ? null : undefined);
}
