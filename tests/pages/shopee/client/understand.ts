import type { Conversation, MessageView } from './page-view.ts';

/** What the page takes from a chat in the list, beside what it keeps of it as it is. */
export interface ListedConversation extends Conversation {
  unread_count: number;
  pinned: boolean;
  latest_message_id: string;
  latest_message_type: string;
  latest_message_content: { text?: string };
  latest_message_from_id: string | number;
  last_message_time: string;
}

export interface ChatMessage {
  id: string;
  conversationId: string;
  isOurs: boolean;
  type: string;
  text: string;
  at: number;
  source: number;
}

/** The list, wherever in the answer it is. */
export function listIn(answer: unknown): ListedConversation[] {
  if (Array.isArray(answer)) return answer;
  const record = recordOf(answer);
  for (const inner of [record.conversations, record.items, record.data]) {
    if (inner !== undefined) return listIn(inner);
  }
  return [];
}

/** A message under either set of names; undefined for what is none. */
export function messageIn(json: unknown): ChatMessage | undefined {
  const m = recordOf(json);
  const id = m.id ?? m.message_id;
  if (typeof id !== 'string') return undefined;
  const content = recordOf(typeof m.content === 'string' ? JSON.parse(m.content) : m.content);
  return {
    id,
    conversationId: String(m.conversation_id),
    isOurs: m.send_by_yourself !== false,
    type: String(m.type ?? m.message_type),
    text: String(content.text ?? content.title ?? ''),
    at: timeOf(m.created_timestamp ?? m.created_at),
    source: Number(m.source ?? m.source_type),
  };
}

export function viewOfMessage(m: ChatMessage, automaticSources: readonly number[]): MessageView {
  return {
    id: m.id,
    side: m.isOurs ? 'send' : 'receive',
    shape: shapeOf(m.type),
    text: m.text,
    at: m.at,
    automatic: automaticSources.includes(m.source),
  };
}

function shapeOf(type: string): MessageView['shape'] {
  if (type === 'image' || type === 'sticker' || type === 'video') return 'picture';
  return ['text', 'kind_b', 'kind_d', 'kind_e'].includes(type) ? 'text' : 'card';
}

function timeOf(told: unknown): number {
  if (typeof told === 'string' && !/^\d+$/.test(told)) return Date.parse(told);
  const digits = String(told).length;
  return Math.floor(Number(told) * 10 ** (13 - digits));
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
