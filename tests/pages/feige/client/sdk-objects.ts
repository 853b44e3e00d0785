import type { Chat } from './chats.ts';
import type { PageConfig } from './config.ts';

interface Known {
  chats: () => readonly Chat[];
  openId: () => string | undefined;
  /** Told when somebody uses what only the page may use. */
  used: () => void;
}

/**
 * The page's own chat objects behind one of their three doors, and its store (feige, section 4). Whether the store holds
 * arrays, maps or plain objects was not recorded, nor what its senders are called: that is ours.
 */
export function hangObjects({ door, store, shopId, selfId }: PageConfig, { chats, openId, used }: Known): void {
  const stream = () => ({ subscribe: () => ({ unsubscribe: () => undefined }) });
  const im = {
    _message$: stream(),
    _messageUpsert$: stream(),
    _batchUpsert$: stream(),
    sendMessage: used,
    markConversationRead: used,
  };
  const doors = {
    'mona-store': {
      __monaGlobalStore: { getData: (name: string) => (name === 'initContextData' ? { im } : undefined) },
    },
    'mona-event': { __mona_pigeon_event: { globalStore: { data: { initContextData: { im } } } } },
    bench: { __PLATFORM_VARIABLES_IN_BENCH__: { extra: { im } } },
    none: {},
  } satisfies Record<PageConfig['door'], object>;
  Object.assign(window, doors[door]);
  if (store === 'none') return;
  const conversationsInfo = {
    get unClosedConversations() {
      return chats()
        .filter(chat => chat.current)
        .map(conversation);
    },
    get closedConversations() {
      return chats()
        .filter(chat => !chat.current)
        .map(conversation);
    },
    get normalCurrentConversations() {
      return chats()
        .filter(chat => chat.current)
        .map(conversation);
    },
    get messagesByConversationId() {
      return Object.fromEntries(chats().map(chat => [chat.id, bucket(chat)]));
    },
    get currentConversation() {
      const open = chats().find(({ id }) => id === openId());
      return open && conversation(open);
    },
  };
  Object.assign(window, { ss: { [store]: { conversationsInfo, shopInfo: { id: shopId }, selfInfo: { id: selfId } } } });
}

function conversation(chat: Chat) {
  const newest = chat.messages.at(-1);
  return {
    id: chat.id,
    buyerId: chat.id.split(':')[0],
    unreadCount: chat.unread,
    lastMessage: newest && message(newest.raw),
    versionTime: newest?.raw.createTimeMs ?? 0,
  };
}

function bucket(chat: Chat) {
  const newest = String(chat.messages.at(-1)?.index ?? 0);
  const map = new Map(chat.messages.map(({ raw }) => [raw.id, message(raw)]));
  return { map, serviceReadIndex: newest, buyerReadIndex: newest };
}

function message({ id, createTimeMs, content, ext }: Chat['messages'][number]['raw']) {
  const clientId = ext['s:client_message_id'] ?? '';
  return { serverId: id, messageId: id, clientId, createTime: createTimeMs, content, ext };
}
