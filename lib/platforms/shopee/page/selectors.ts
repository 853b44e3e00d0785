import type { Selectors } from '../../find';

/**
 * How things are found (shopee.md section 2). `data-cy` lasts, and one bundle serves all markets; class names are hashed
 * and rot. A thing none of whose alternatives is found is named in the page's health.
 */
export const selectors = {
  'conversation-list': [
    { css: '[data-cy="webchat-conversation-list"]', good: '2026' },
    { css: '[data-cy="webchat-conversation-list-wrapper"]', good: '2026' },
  ],
  // The list's own drawing area: there only while it draws rows, whatever they are called.
  'list-content': [{ css: '.ReactVirtualized__Grid__innerScrollContainer', good: '2026' }],
  'conversation-row': [
    { css: '[data-cy^="webchat-conversation-cell-root"]', good: '2026' },
    // One source, older.
    { css: '[data-cy="webchat-conversation-cell-container"]', good: '2026' },
  ],
  'buyer-name': [{ css: '[data-cy="webchat-conversation-cell-name"]', good: '2026' }],
  preview: [{ css: '[data-cy="webchat-conversation-cell-message"]', good: '2026' }],
  // Seen in Brazil alone, by one source.
  unreplied: [{ css: '#tab_unreplied', good: '2026-06' }],
  replied: [{ css: '#tab_manually_replied', good: '2026-06' }],
  thread: [
    { css: '#messageSection', good: '2026' },
    { css: '#message-virtualized-list', good: '2026' },
    { css: '#messagesContainer', good: '2026' },
    { css: '[data-cy="webchat-conversation-detail-message-container"]', good: '2026' },
  ],
  message: [{ css: '[data-cy="webchat-message-receive"], [data-cy="webchat-message-send"]', good: '2026' }],
  'message-text': [{ css: 'pre > div', good: '2026' }],
  composer: [
    { css: '[data-cy="webchat-conversation-detail-input"] textarea', good: '2026' },
    { css: '#inputField textarea', good: '2026' },
    { css: 'textarea[placeholder="Tulis pesan"]', good: '2026' },
  ],
} as const satisfies Selectors<string>;

/** The bubble of the shop's side, and the row whose chat is open. */
export const shopSide = '[data-cy="webchat-message-send"]';
export const openRow = '[data-cy$="-current"]';

/** What may mark an automatic answer in a bubble. WEAK: one source, and it may have guessed (shopee.md section 2). */
export const automaticMark = '[class*="autoreply"], .ChatbotUI-icon';
