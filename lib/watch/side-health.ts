import type { Health } from '../chat/health';

/** So long (ms) after its last word a smaller view of the chat counts as closed: Shopee's asks every 3 s (shopee.md section 1). */
const freshMs = 30_000;

/**
 * How well the chat is seen from a page that is not the chat. `chatsAt`, ms: when a smaller view in it last received
 * chats. Nothing is known of how such a view looks, so the page stays unread; and where nothing comes, no chat is open.
 */
export function sideHealth(chatsAt: number | null, now: number): Health {
  const isOpen = chatsAt !== null && now - chatsAt <= freshMs;
  return isOpen ? { state: 'partly', blind: 'page', why: 'mini-chat' } : { state: 'closed' };
}
