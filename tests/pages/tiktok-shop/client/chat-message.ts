import type { ChatMessage } from '../../bytedance-wire/client/understand.ts';
import type { MessageView } from './page-view.ts';

/** What the page shows of a message; undefined for those it hides and for commands. */
export function messageView(m: ChatMessage, translations: boolean): MessageView | undefined {
  if (m.type !== 1000 && m.type !== 1005) return undefined;
  if (m.ext.frontend_need_hidden === '1' || m.ext._need_filtered_msg_ === '1') return undefined;
  const side = sideOf(m);
  return {
    id: m.id,
    conversationId: m.conversationId,
    side,
    content: contentOf(m.ext.type ?? ''),
    text: m.content,
    translation: translations && isTranslated(m) ? translationOf(m.content) : undefined,
    at: m.createTimeMs,
    sender: m.sender,
    msgType: m.type,
  };
}

/** The list's preview may be the platform's translation of what the shop wrote. */
export function previewOf(m: MessageView, translations: boolean): string {
  return translations && m.side === 'right' ? translationOf(m.text) : m.text;
}

/** What a message does to the waiting mark: a person's answer ends it, an automatic one does not. */
export function waitingAfter(m: ChatMessage, before: boolean): boolean {
  if (m.type === 1005) return false;
  if (m.ext.attention === 'true') return true;
  return m.ext.sender_role === '2' && m.ext.o_sender !== undefined ? false : before;
}

export function withPersonAfter(m: ChatMessage, before: boolean): boolean {
  return m.type === 1005 ? false : before || m.ext.talk_id !== undefined;
}

function sideOf(m: ChatMessage): MessageView['side'] {
  if (m.type === 1005) return 'system';
  if (m.ext.sender_role === '1') return 'left';
  return m.ext.sender_role === '2' ? 'right' : 'system';
}

function contentOf(type: string): MessageView['content'] {
  if (type === 'file_image' || type === 'sticker') return 'picture';
  return type.includes('card') || type === 'product' ? 'card' : 'text';
}

/** Not every message is translated; which ones are makes no difference, so every third by its id. */
function isTranslated(m: ChatMessage): boolean {
  return m.ext.type === 'text' && Number(m.id.slice(-2)) % 3 === 0;
}

function translationOf(text: string): string {
  return `(translated) ${text}`;
}
