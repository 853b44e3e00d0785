import type { Selectors } from '../../find';

/**
 * How things are found (tiktok-shop.md section 2). No host has all of them confirmed, so each alternative is tried in
 * its order; a thing none of whose alternatives is found is named in the page's health.
 */
export const selectors = {
  'conversation-list': [{ css: '[data-testid="chat.chatroom.conversation_list"]', good: '2026-08-29' }],
  'conversation-row': [
    { css: '[data-testid="chat.chatroom.conversation_card"]', good: '2026-08-29' },
    // The number in this id is the row's place, never a conversation.
    { css: '[id^="chat-room-conversation-list-item"]', good: '2025-09-20' },
  ],
  'buyer-name': [{ css: '[data-testid="chat.chatroom.conversation_card_username"]', good: '2026-08-29' }],
  'unread-badge': [
    { css: '.p-badge-number', good: '2026' },
    { css: 'span.p-badge', good: '2025-09-20' },
  ],
  badge: [{ css: '.p-badge', good: '2026' }],
  thread: [{ css: '.chatd-scrollView-content', good: '2026-08-29' }],
  message: [
    { css: '[data-testid="chat.chatroom.message_card"]', good: '2026' },
    { css: '.chatd-message', good: '2026-08-29' },
  ],
  'message-time': [{ css: '.chatd-message-time > time.chatd-time', good: '2026-09-10' }],
  'message-image': [{ css: '.chatd-imageMessage', good: '2026-09-10' }],
  // Whatever a bubble may hold: a row with one of these and neither side is no system line, it is a side not recognised.
  'message-bubble': [
    { css: '[class*="chatd-bubble"]', good: '2026-08-29' },
    { css: 'pre', good: '2026-08-29' },
    { css: '.chatd-imageMessage', good: '2026-09-10' },
  ],
  composer: [
    { css: '#chat-input-textarea > textarea', good: '2025-09-20' },
    { css: '#chat-input-send-button', good: '2026' },
    { css: 'textarea[placeholder]', good: '2026-08-29' },
  ],
  modal: [{ css: '.p-modal', good: '2026-08-29' }],
} as const satisfies Selectors<string>;

/** Who a side belongs to, by pairs that change together: the first pair of which one side is found decides. */
export const sides = [
  { buyer: '.chatd-message--left', shop: '.chatd-message--right', good: '2026-08-29' },
  { buyer: '.chatd-bubble--left', shop: '.chatd-bubble--right', good: '2026-08-29' },
  { buyer: '.chatd-bubble--other', shop: '.chatd-bubble--self', good: '2026-08-29' },
  { buyer: '.chatd-bubble-main--other', shop: '.chatd-bubble-main--self', good: '2026-08-29' },
] as const;

/** Words of the page that mean something, in the languages in which they were seen. */
export const words = {
  waiting: ['未回复', 'Unreplied'],
  answered: ['Replied'],
  noChats: ['暂无会话中用户'],
  signedOut: ['login has expired'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
