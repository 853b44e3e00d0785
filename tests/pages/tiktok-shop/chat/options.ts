import type { Encoding } from '../../bytedance-wire/frame.ts';
import type { Language, Layout } from '../client/look.ts';

export interface InboxOptions {
  host: string;
  /** Hosts of the chat's own HTTP calls and of its socket; the page learns the latter from its token call. */
  imHost: string;
  socketHost: string;
  sellerId: string;
  imShopId: string;
  /** The person signed in on this page. */
  agentId: string;
  region: string;
  language: Language;
  timeZone: string;
  layout: Layout;
  react: 16 | 17;
  /** Whether React's properties hang on the elements. */
  expandos: boolean;
  translations: boolean;
  encoding: Encoding;
  encodingName: string | undefined;
  /** How the page makes its chat calls; the sources do not say which, and a copy must see both. */
  calls: 'fetch' | 'xhr';
  /** Messages per history page, and newest messages per conversation in the first answer. */
  pageSize: number;
  /** Conversations per page of the first answer. */
  conversationsPerPage: number;
  /** Rows kept in the document; further ones exist only while scrolled to. */
  rowsInPage: number;
  heartbeatMs: number;
  /** Part of every hashed class name; another at each start unless given. */
  salt: string;
  now: () => number;
}

export function withDefaults(given: Partial<InboxOptions>): InboxOptions {
  return {
    host: 'seller-id.tokopedia.com',
    imHost: 'oec-im-tt-sg.tiktokglobalshopv.com',
    socketHost: 'oec-im-frontier-va.tiktokglobalshop.com',
    sellerId: '7495000000000004711',
    imShopId: '7495000000000008150',
    agentId: '7495000000000009001',
    region: 'ID',
    language: 'en',
    timeZone: 'Asia/Jakarta',
    layout: 'testid',
    react: 16,
    expandos: true,
    translations: true,
    encoding: 'plain',
    encodingName: undefined,
    calls: 'fetch',
    pageSize: 20,
    conversationsPerPage: 10,
    rowsInPage: 30,
    heartbeatMs: 10_000,
    salt: Math.random().toString(36).slice(2, 8),
    now: Date.now,
    ...given,
  };
}
