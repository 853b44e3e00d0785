import type { Health, HealthState, StoppedWhy } from '@/lib/chat/health';
import { type HealthAction, healthAction } from '@/lib/chat/health-action';
import { healthTitle } from '@/lib/i18n/health-title';
import type { MessageKey } from '@/lib/i18n/i18n-for';
import type { GlyphName } from './glyph';

/** What a health is called, what it means for the seller, and what its button says. */
export interface HealthWords {
  readonly glyph: GlyphName;
  readonly title: MessageKey;
  readonly body: MessageKey | null;
  /** What its button does. */
  readonly does: HealthAction;
  readonly action: MessageKey;
}

const glyphs = {
  watching: 'check',
  partly: 'half',
  'not-recognised': 'warning',
  'signed-out': 'door',
  stopped: 'warning',
  'not-allowed': 'lock',
  closed: 'closed',
} satisfies Record<HealthState, GlyphName>;

const bodies = {
  watching: null,
  'not-recognised': 'health_notRecognised_body',
  'signed-out': 'health_signedOut_body',
  'not-allowed': 'health_notAllowed_body',
  closed: 'health_closed_body',
} satisfies Record<Exclude<HealthState, 'partly' | 'stopped'>, MessageKey | null>;

const stoppedBodies = {
  discarded: 'health_discarded_body',
  frozen: 'health_frozen_body',
  crashed: 'health_crashed_body',
  'cut-off': 'health_cutOff_body',
  'no-answer': 'health_noAnswer_body',
} satisfies Record<StoppedWhy, MessageKey>;

const whys: Readonly<Record<string, MessageKey>> = {
  'no-network': 'health_partly_network',
  'not-understood': 'health_partly_notUnderstood',
  gap: 'health_partly_gap',
  dropped: 'health_partly_dropped',
  'no-page': 'health_partly_page',
  'no-rows': 'health_partly_rows',
  'shop-unknown': 'health_partly_shopUnknown',
  'author-unsure': 'health_partly_authorUnsure',
  'no-live': 'health_partly_noLive',
  'open-before': 'health_partly_openBefore',
  'mini-chat': 'health_partly_miniChat',
  'page-unknown': 'health_partly_pageUnknown',
};

const actions = {
  show: 'popup_chat_show',
  open: 'popup_chat_action',
  'sign-in': 'health_signedOut_action',
  reload: 'health_reload_action',
  allow: 'health_notAllowed_action',
} satisfies Record<HealthAction, MessageKey>;

export function healthWords(health: Health): HealthWords {
  const does = healthAction(health);
  return {
    glyph: glyphs[health.state],
    title: healthTitle(health),
    body: bodyOf(health),
    does,
    action: actions[does],
  };
}

function bodyOf(health: Health): MessageKey | null {
  if (health.state === 'stopped') return stoppedBodies[health.why];
  if (health.state !== 'partly') return bodies[health.state];
  // A reason that this catalogue does not know yet still says which sense is blind.
  return whys[health.why] ?? (health.blind === 'page' ? 'health_partly_page' : 'health_partly_network');
}
