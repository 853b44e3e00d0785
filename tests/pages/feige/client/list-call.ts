import type { IndexedMessage } from '../../bytedance-wire/client/understand.ts';

/** The list calls' answer, as far as the page reads it. */
export interface ListAnswer {
  code: number;
  total: number;
  data: {
    conversationId: string;
    coreInfoMap: Record<string, string>;
    msgList: { messageBody: JsonBody }[];
  }[];
}

interface JsonBody {
  serverId?: string;
  conversationId: string;
  content: string;
  createTime: number;
  sender: string;
  ext: Record<string, string>;
}

export interface ListItem {
  id: string;
  name: string;
  unread: number;
  warning: string | undefined;
  tags: readonly string[];
  waitingSinceS: number | undefined;
  messages: readonly IndexedMessage[];
}

export function itemsOf(answer: ListAnswer): ListItem[] {
  return answer.data.map(({ conversationId, coreInfoMap: core, msgList }) => ({
    id: conversationId,
    name: core.nickname ?? '',
    unread: Number(core.unread ?? 0),
    warning: core.warning,
    tags: core.tags === undefined ? [] : core.tags.split(','),
    waitingSinceS: core.countdown === 'true' ? Number(core.countdown_time) : undefined,
    messages: msgList.flatMap(({ messageBody }) => messageOf(messageBody) ?? []),
  }));
}

/** A message without an id cannot be told from the same one of a push: the page leaves it to its other calls. */
function messageOf({
  serverId,
  conversationId,
  content,
  createTime,
  sender,
  ext,
}: JsonBody): IndexedMessage | undefined {
  if (serverId === undefined) return undefined;
  // Seconds or milliseconds: the size tells.
  const createTimeMs = createTime < 1e11 ? createTime * 1000 : createTime;
  const type = ext.close_type === undefined ? 1000 : 1005;
  return {
    id: serverId,
    conversationId,
    content,
    createTimeMs,
    sender,
    ext,
    type,
    index: BigInt(createTimeMs) * 1000n,
  };
}
