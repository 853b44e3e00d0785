import { messageOf } from '../../bytedance-wire/client/protobuf.ts';
import { bodyOf, initPage, messagePage, type Page } from '../../bytedance-wire/client/understand.ts';
import type { PageConfig } from './config.ts';
import { itemsOf, type ListAnswer, type ListItem } from './list-call.ts';
import type { Transport } from './transport.ts';

const pigeon = 'https://pigeon.jinritemai.com';
const listOf = { current: 'get_current_conversation_list', last: 'get_last_conversation_list' } as const;

/** The page's calls. Each fails with `refused: <code>` when the platform refuses. */
export function callsOf(transport: Transport, { selfId, listPageSize }: Pick<PageConfig, 'selfId' | 'listPageSize'>) {
  const ask = async <T extends { code: number }>(path: string): Promise<T> => {
    // What the page is built to get; a hostile answer breaks it here, as it would the real one.
    const answer = (await transport.json(`${pigeon}${path}`)) as T;
    if (answer.code !== 0) throw new Error(`refused: ${answer.code}`);
    return answer;
  };
  const im = (path: string, no: number, body: Record<number, bigint | string>, cmd = BigInt(no)) => {
    const request = messageOf({ 1: cmd, 8: messageOf({ [no]: messageOf(body) }) });
    return transport.bytes(`${pigeon}/pigeon_im${path}?selfId=${selfId}`, request);
  };
  return {
    currentUser: () => ask(`/backstage/currentuser?selfId=${selfId}`),
    onlineService: () => ask('/backstage/onlineservice'),

    async list(which: 'current' | 'last', pageNo: number): Promise<{ items: ListItem[]; total: number }> {
      const query = `pageNo=${pageNo}&pageSize=${listPageSize}`;
      const answer = await ask<ListAnswer>(`/chat/api/backstage/conversation/${listOf[which]}?${query}`);
      return { items: itemsOf(answer), total: answer.total };
    },

    suggestions: (conversation: string) =>
      ask(`/chat/api/backstage/suggestion?conversationId=${encodeURIComponent(conversation)}`),

    async init(cursor: bigint): Promise<Page> {
      return initPage(await im('/v2/message/get_by_user_init', 203, { 1: cursor }));
    },

    async history(conversation: string, cursor: bigint): Promise<Page> {
      return messagePage(await im('/v1/message/get_by_conversation', 301, { 1: conversation, 2: cursor }), 301);
    },

    async send(conversation: string, text: string): Promise<void> {
      const body = { 1: conversation, 4: text, 8: crypto.randomUUID() };
      bodyOf(await im('/v1/message/send', 100, body), 100);
    },

    /** The outer command of this one is 2002, its body's number stays 604. */
    async markRead(conversation: string): Promise<void> {
      bodyOf(await im('/v3/conversation/mark_read', 604, { 1: conversation }, 2002n), 604);
    },
  };
}
