import type { Encoding } from '../../bytedance-wire/frame.ts';
import type { Layout, MessageName, NicknameMark, RowName, SideMarks } from '../client/look.ts';
import type { Agent } from './conversation.ts';

export interface WorkbenchOptions {
  /** The short form of the page's address. */
  path: '/pc_seller_v2/main/workspace' | '/pc_seller_v2/main';
  /** Whether the chat sits in a frame of the page. */
  frame: boolean;
  socketHost: 'ws.fxg.jinritemai.com' | 'ws.jinritemai.com';
  shopId: string;
  shopName: string;
  /** The first of them is signed in. */
  agents: readonly Agent[];
  layout: Layout;
  /** How a row bears the buyer's name; the element is missing on some builds since September 2026. */
  nickname: NicknameMark;
  rowName: RowName;
  messageName: MessageName;
  /** What tells a buyer's message from the shop's: a class, an inline style, or both. */
  sides: SideMarks;
  /** Names of rows that are no buyers. */
  pseudoRows: readonly string[];
  headings: boolean;
  /** How late (ms) a bubble gets its id; the evidence says up to 500. */
  idLateMs: number;
  /** Whether labels of earlier days bear their date. */
  datedLabels: boolean;
  encoding: Encoding;
  encodingName: string | undefined;
  /** Where a message says its conversation: in its field, or that one empty and in `ext`. */
  conversationIdIn: 'field' | 'ext';
  /** How the page makes its calls; `worker`: all of them, the socket too, out of the page's own reach. */
  calls: 'fetch' | 'xhr' | 'worker';
  /** Whether the page fetches its chats in protobuf (203) too, not only the list in JSON. */
  init: boolean;
  /** Whether what starts a chat comes down the socket; otherwise only the list has it. */
  coldStart: 'pushed' | 'unpushed';
  jsonTime: 's' | 'ms';
  /** Whether messages in JSON bear `serverId`. */
  jsonIds: boolean;
  /** Messages per history page, and newest ones per chat in the 203 answer. */
  pageSize: number;
  /** Chats per page of the JSON list, and its newest messages per chat. */
  listPageSize: number;
  messagesInList: number;
  /** How often the page asks for the first page of its list (ms). */
  listEveryMs: number;
  /** Rows kept in the document; further ones exist only while scrolled to. */
  rowsInPage: number;
  /** Whether the platform tells, after 30 s of waiting, that it is late. */
  lateNotices: boolean;
  /** Which door leads to the page's own chat objects, and what the store is called. */
  door: 'mona-store' | 'mona-event' | 'bench' | 'none';
  store: '_frontStore' | 'instance' | 'none';
  /** What the experience-score page shows: seconds, percent. */
  score: { meanResponseS: number; dissatisfied: number };
  heartbeatMs: number;
  /** Part of every class name that is not recorded, and behind every one that is; another at each start unless given. */
  salt: string;
  now: () => number;
}

export function withDefaults(given: Partial<WorkbenchOptions>): WorkbenchOptions {
  return {
    path: '/pc_seller_v2/main/workspace',
    frame: false,
    socketHost: 'ws.fxg.jinritemai.com',
    shopId: '48151623',
    shopName: '模拟杂货铺',
    agents: [
      { id: '7301000000000004201', name: '小美' },
      { id: '7301000000000004202', name: '阿强' },
      { id: '7301000000000004203', name: '鹿鹿' },
    ],
    layout: 'sections',
    nickname: 'element',
    rowName: 'qa-conversation-chat-item',
    messageName: 'qa',
    sides: 'both',
    pseudoRows: ['智能客服', '系统通知'],
    headings: true,
    idLateMs: 300,
    datedLabels: true,
    encoding: 'plain',
    encodingName: undefined,
    conversationIdIn: 'field',
    calls: 'fetch',
    init: true,
    coldStart: 'pushed',
    jsonTime: 'ms',
    jsonIds: true,
    pageSize: 20,
    listPageSize: 50,
    messagesInList: 3,
    listEveryMs: 10_000,
    rowsInPage: 40,
    lateNotices: true,
    door: 'mona-store',
    store: '_frontStore',
    score: { meanResponseS: 26, dissatisfied: 3.2 },
    heartbeatMs: 10_000,
    salt: Math.random().toString(36).slice(2, 8),
    now: Date.now,
    ...given,
  };
}
