import type { HealthState } from '../chat/health';
import type { MessageKey } from '../i18n/i18n-for';
import type { Text } from '../i18n/text-in';
import type { Badge } from './badge-of';

/** What the toolbar button says in words: who waits and until when, and whether Lekas sees. */
export function badgeTitle(badge: Badge, text: Text, now: number): string {
  return `Lekas · ${waitingWords(badge, text, now)} · ${text.t(sightWords[badge.health])}`;
}

function waitingWords({ waiting: count, nearest, health }: Badge, { t, clock }: Text, now: number): string {
  if (count === 0) return t(health === 'watching' ? 'waiting_none_title' : 'waiting_noneUnseen_title');
  if (!nearest) return t('waiting_noDeadline_title', { count });
  if (nearest.passed) return t('waiting_overdue_title', { count });
  return t('waiting_some_title', { count, clock: clock(nearest.at, now) });
}

const sightWords = {
  watching: 'health_watching_title',
  partly: 'health_partly_title',
  'not-recognised': 'health_notRecognised_title',
  'signed-out': 'health_signedOut_title',
  closed: 'health_closed_title',
} satisfies Record<HealthState, MessageKey>;
