import type { Selectors } from '../../find';
import type { Sides } from '../../side-of';

/**
 * How things are found (feige.md section 2). Hashed classes rotated in June 2026 and are never used; the parts of class
 * names that are have held through it. Each alternative is tried in its order; a thing none of whose alternatives is found
 * is named in the page's health.
 */
export const selectors = {
  'conversation-list': [
    { css: '#chantListScrollArea', good: '2026-09' },
    { css: '.list_items', good: '2026-06-02' },
  ],
  'conversation-row': [
    { css: '[data-qa-id="qa-conversation-chat-item"]', good: '2026-09' },
    { css: '[data-kora="conversation"]', good: '2026' },
    { css: '[data-qa-id="qa-chat-item"]', good: '2026' },
  ],
  // Missing on some builds since Sep 2026, so that the others, and any title that may be a name, come after it.
  'buyer-name': [
    { css: '[data-qa-id="qa-conversation-nickname"]', good: '2026-09' },
    { css: '[class*="nameLine"][title], [class*="nameLine"] [title]', good: '2026-09' },
    { css: '[class*="NameContent"]', good: '2026-09' },
  ],
  'row-timer': [{ css: '[class*="timerParticular"]', good: '2026-09' }],
  'unread-badge': [{ css: '[class*="badge-count"]', good: '2026-09' }],
  'needs-reply': [{ css: '[class*="needReply"]', good: '2026' }],
  'open-buyer': [{ css: '#topbar-left-info', good: '2026-09' }],
  composer: [
    { css: 'textarea[data-qa-id="qa-send-message-textarea"]', good: '2026-09' },
    { css: '[data-qa-id="qa-send-message-button"]', good: '2026-09' },
    { css: '[data-qa-id="qa-transfer-conversation"]', good: '2026-09' },
  ],
  // Its class holds the conversation's name.
  'open-conversation': [{ css: '[class*="inputArea_"]', good: '2026-09' }],
  message: [
    { css: '[data-qa-id="qa-message-warpper"]', good: '2026-09' },
    { css: '.messageList .msgItemWrap', good: '2026-09' },
  ],
  'message-id': [{ css: '[data-id]', good: '2026-06' }],
  'message-text': [{ css: 'pre', good: '2026-09' }],
  'message-card': [{ css: '.chatd-card, .chatd-card-main', good: '2026-09' }],
  'message-image': [{ css: 'img[alt="图片"]', good: '2026-09' }],
  // Whatever only a person's bubble holds: with one of these and neither side, the side is not recognised.
  'message-bubble': [
    { css: 'pre', good: '2026-09' },
    { css: '.chatd-card, .chatd-card-main', good: '2026-09' },
    { css: 'img[alt="图片"], img[alt="头像"]', good: '2026-09' },
  ],
} as const satisfies Selectors<string>;

/** Who a side belongs to; class names first, then the direction in which a bubble is laid out. */
export const sides: readonly Sides[] = [
  { buyer: '[class*="messageNotMe"]', shop: '[class*="messageIsMe"]', good: '2026-09' },
  {
    buyer: '[style*="flex-direction: row"]:not([style*="row-reverse"])',
    shop: '[style*="flex-direction: row-reverse"]',
    good: '2026-09',
  },
];

/** Where the rows stand that are no buyers. */
export const systemSection = '[data-btm-id$=".systemConv"]';

/** Names of rows that are no buyers, and headings that are no names (the latter: one source, Jun 2026). */
export const words = {
  noBuyers: ['智能客服', '系统通知', '平台通知', '服务通知', '官方通知', '客服助手', '飞鸽助手', '抖店助手'],
  headings: ['人工已回复', '当前会话', '最近联系', '列表设置', '等待时长', '已分组'],
  noName: ['添加备注'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
