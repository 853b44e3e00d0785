import type { Health, HealthState } from '@/lib/chat/health';
import type { MessageKey } from '@/lib/i18n/i18n-for';
import type { GlyphName } from './glyph';

/** What a health is called, what it means for the seller, and what its button says. */
export interface HealthWords {
  readonly glyph: GlyphName;
  readonly title: MessageKey;
  readonly body: MessageKey | null;
  readonly action: MessageKey;
}

const words = {
  watching: { glyph: 'check', title: 'health_watching_title', body: null, action: 'popup_chat_show' },
  partly: { glyph: 'half', title: 'health_partly_title', body: null, action: 'popup_chat_show' },
  'not-recognised': {
    glyph: 'warning',
    title: 'health_notRecognised_title',
    body: 'health_notRecognised_body',
    action: 'popup_chat_show',
  },
  'signed-out': {
    glyph: 'door',
    title: 'health_signedOut_title',
    body: 'health_signedOut_body',
    action: 'health_signedOut_action',
  },
  closed: { glyph: 'closed', title: 'health_closed_title', body: 'health_closed_body', action: 'popup_chat_action' },
} satisfies Record<HealthState, HealthWords>;

const whys: Readonly<Record<string, MessageKey>> = {
  'no-network': 'health_partly_network',
  'not-understood': 'health_partly_notUnderstood',
  gap: 'health_partly_gap',
  'no-page': 'health_partly_page',
  'shop-unknown': 'health_partly_shopUnknown',
  'author-unsure': 'health_partly_authorUnsure',
  'no-live': 'health_partly_noLive',
  'mini-chat': 'health_partly_miniChat',
  'page-unknown': 'health_partly_pageUnknown',
};

export function healthWords(health: Health): HealthWords {
  if (health.state !== 'partly') return words[health.state];
  // A reason that this catalogue does not know yet still says which sense is blind.
  const body = whys[health.why] ?? (health.blind === 'page' ? 'health_partly_page' : 'health_partly_network');
  return { ...words.partly, body };
}
