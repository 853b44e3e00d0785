import type { ChatMessage } from '../../bytedance-wire/client/understand.ts';
import type { MessageView } from './page-view.ts';

/** Where a message belongs: its own field, or where that is empty its `ext`. */
export function conversationOf(m: Pick<ChatMessage, 'conversationId' | 'ext'>): string {
  return m.conversationId === '' ? (m.ext.security_conversation_id ?? '') : m.conversationId;
}

/** What the page shows of a message; undefined for those it hides and for commands. */
export function messageView(m: ChatMessage): Omit<MessageView, 'read'> | undefined {
  if (m.type !== 1000 && m.type !== 1005) return undefined;
  if (m.ext.frontend_need_hidden === '1' || m.ext._need_filtered_msg_ === '1') return undefined;
  const content = contentOf(m.ext.type ?? '');
  return {
    id: m.id,
    domId: domIdOf(m, content),
    side: sideOf(m),
    content,
    text: m.content,
    under: m.ext.under_bubble_text,
    at: m.createTimeMs,
  };
}

/** What a message does to the wait: a person's answer and a close end it, an automatic answer does not. */
export function waitingAfter(m: ChatMessage, before: number | undefined): number | undefined {
  if (isClosing(m)) return undefined;
  if (asks(m)) return before ?? Math.floor(m.createTimeMs / 1000);
  return m.ext['s:sender_biz_role'] === 'CurrentServer' ? undefined : before;
}

/** The marks of a buyer's message that counts (feige, section 3). */
export function asks(m: ChatMessage): boolean {
  return m.ext['s:sender_biz_role'] === 'Buyer' && m.ext.attention === 'true' && !m.content.endsWith('接入');
}

export function isClosing(m: ChatMessage): boolean {
  return m.type === 1005 || clientIdOf(m).startsWith('cs_close_conversation');
}

function clientIdOf(m: ChatMessage): string {
  return m.ext['s:client_message_id'] ?? '';
}

function domIdOf(m: ChatMessage, content: MessageView['content']): string {
  const made = clientIdOf(m);
  if (/_Welcome_|_CsAssign_|^cs_close_conversation/.test(made)) return made;
  return content === 'card' ? `${m.id}_template` : m.id;
}

function sideOf(m: ChatMessage): MessageView['side'] {
  if (isClosing(m)) return 'system';
  if (m.ext.sender_role === '1') return m.ext.attention === 'true' ? 'buyer' : 'system';
  return m.ext.sender_role === '2' ? 'staff' : 'system';
}

function contentOf(type: string): MessageView['content'] {
  if (type === 'file_image' || type === 'sticker') return 'picture';
  return type.includes('card') ? 'card' : 'text';
}
