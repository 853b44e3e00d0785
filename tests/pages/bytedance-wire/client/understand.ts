import { type Fields, fieldsOf, intAt, mapAt, partsAt, textAt } from './protobuf.ts';

/** A message as the page knows it after decoding. */
export interface ChatMessage {
  id: string;
  conversationId: string;
  type: number;
  sender: string;
  content: string;
  ext: Readonly<Record<string, string>>;
  createTimeMs: number;
}

export interface ChatConversation {
  id: string;
  buyerId: string;
  unread: number;
  waiting: boolean;
}

export interface Page {
  messages: IndexedMessage[];
  conversations: ChatConversation[];
  next: bigint;
  /** How far pushes have come; only the first answer says so. */
  reached: bigint;
  more: boolean;
}

export interface IndexedMessage extends ChatMessage {
  index: bigint;
}

/** The body of a response; undefined for another command's. Throws on a response that refuses. */
export function bodyOf(response: Uint8Array, cmd: number): Fields | undefined {
  const fields = fieldsOf(response);
  const status = intAt(fields, 3);
  if (status !== 0n) throw new Error(`refused: ${status}`);
  const body = partsAt(fields, 6)[0];
  const own = body === undefined ? undefined : partsAt(fieldsOf(body), cmd)[0];
  return own && fieldsOf(own);
}

export function initPage(response: Uint8Array): Page {
  const body = bodyOf(response, 203) ?? new Map();
  const conversations = partsAt(body, 2).map(conversationOf);
  return {
    messages: messagesAt(body, 1),
    conversations,
    next: intAt(body, 4),
    more: intAt(body, 5) === 1n,
    reached: intAt(body, 3),
  };
}

/** 301 and 200 have the same three fields. */
export function messagePage(response: Uint8Array, cmd: 200 | 301): Page {
  const body = bodyOf(response, cmd) ?? new Map();
  return {
    messages: messagesAt(body, 1),
    conversations: [],
    next: intAt(body, 2),
    more: intAt(body, 3) === 1n,
    reached: intAt(body, 2),
  };
}

export function pushed(response: Uint8Array): { message: IndexedMessage; cursor: bigint } | undefined {
  const notify = bodyOf(response, 500);
  const message = notify && messagesAt(notify, 5)[0];
  if (message?.id === '0') throw new Error('no message');
  return notify && message && { message, cursor: intAt(notify, 7) };
}

function messagesAt(fields: Fields, no: number): IndexedMessage[] {
  return partsAt(fields, no).map(bytes => {
    const m = fieldsOf(bytes);
    return {
      conversationId: textAt(m, 1),
      id: String(intAt(m, 3)),
      index: intAt(m, 4),
      type: Number(intAt(m, 6)),
      sender: String(intAt(m, 7)),
      content: textAt(m, 8),
      ext: mapAt(m, 9),
      createTimeMs: Number(intAt(m, 10)),
    };
  });
}

function conversationOf(bytes: Uint8Array): ChatConversation {
  const info = fieldsOf(bytes);
  const core = partsAt(info, 50)[0];
  const ext = core === undefined ? {} : mapAt(fieldsOf(core), 11);
  return {
    id: textAt(info, 1),
    buyerId: ext.pigeon_uid ?? '',
    unread: Number(intAt(info, 10)),
    waiting: ext.countdown === 'true',
  };
}
