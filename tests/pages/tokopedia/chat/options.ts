import type { Kind, Origin } from './conversation.ts';

export interface TokopediaOptions {
  host: string;
  graphqlHost: string;
  socketHost: string;
  /** The user that the shop writes as: the only id of the shop that the chat's data are known to hold. */
  shopUserId: number;
  shopName: string;
  /** Whether an answer is one object or a list of them, as where calls are bundled. */
  envelope: 'single' | 'list';
  /** Times in `replyTime` and its like; recorded as ms, with the advice to check. */
  times: 'ms' | 's' | 'ns';
  /** Ids and times as numbers or as text. */
  numbersAs: 'number' | 'text';
  /** Values of `source`: that of ordinary messages is recorded, the others are not. */
  sources: Readonly<Record<Origin, string>>;
  /** Values of `attachment.type`; none is recorded. */
  attachmentTypes: Readonly<Record<Kind, number>>;
  calls: 'fetch' | 'xhr';
  /** Chats per page of the list, and messages per page of a thread. */
  conversationsPerPage: number;
  pageSize: number;
  /** Part of every class name; another at each start unless given. */
  salt: string;
  now: () => number;
}

export function withDefaults(given: Partial<TokopediaOptions>): TokopediaOptions {
  return {
    host: 'seller.tokopedia.com',
    graphqlHost: 'gql.tokopedia.com',
    socketHost: 'chat.tokopedia.com',
    shopUserId: 48_120_775,
    shopName: 'Toko Simulasi Hijau',
    envelope: 'single',
    times: 'ms',
    numbersAs: 'number',
    sources: { buyer: 'inbox', hand: 'inbox', robot: 'source_a', broadcast: 'source_b' },
    attachmentTypes: { text: 0, image: 41, sticker: 42, product: 43 },
    calls: 'fetch',
    conversationsPerPage: 10,
    pageSize: 20,
    salt: Math.random().toString(36).slice(2, 8),
    now: Date.now,
    ...given,
  };
}
