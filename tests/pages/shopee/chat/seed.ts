import { inventedName } from '../../tiktok-shop/people/names.ts';
import { phrase } from '../../tiktok-shop/people/phrases.ts';
import type { SimulatedConversation } from './conversation.ts';
import type { ChatScript } from './script.ts';

export interface SeedOptions {
  conversations?: number;
  /** Every how-many-th chat waits for an answer. */
  waitingEvery?: number;
  /** The moment the newest of them ends at. */
  until?: number;
}

const secondMs = 1000;
/** A thousand chats lie within ten hours, so that none that waits is late by the twelve-hour rule. */
const apartMs = 36 * secondMs;

/** A repeatable past in which those who wait stand all over the list: question and answer in every chat, then perhaps one more. */
export function seedChats(chats: ChatScript, options: SeedOptions = {}): SimulatedConversation[] {
  const { conversations = 1000, waitingEvery = 20, until = chats.options.now() - 60 * secondMs } = options;
  const known = chats.conversations.length;
  return Array.from({ length: conversations }, (_, n) => {
    const lastAt = until - n * apartMs;
    const { shops } = chats.options;
    const shop = shops[n % shops.length] ?? shops[0];
    const c = chats.buyer(inventedName(known + n), lastAt - 900 * secondMs, { shop });
    const quiet = true;
    chats.buyerWrites(c, { at: lastAt - 900 * secondMs, quiet, text: phrase('asked', n) });
    // Long after the machine's second or two, and within the limit.
    chats.sellerAnswers(c, { at: lastAt - 600 * secondMs, quiet, text: phrase('answered', n) });
    chats.buyerWrites(c, { at: lastAt - 300 * secondMs, quiet, text: phrase('asked', n + 5) });
    if (n % waitingEvery !== 3) chats.sellerAnswers(c, { at: lastAt, quiet, text: phrase('answered', n + 3) });
    return c;
  });
}
