import { healthTitle } from '../i18n/health-title';
import type { Text } from '../i18n/text-in';
import { troubleTitle } from '../i18n/trouble-title';
import type { Badge } from './badge-of';

/** What the toolbar button says in words: who waits and until when, whether a case presses, and whether Lekas sees. */
export function badgeTitle(badge: Badge, text: Text, now: number): string {
  if (badge.trouble === 'unreadable' || badge.trouble === 'newer')
    return ['Lekas', text.t(troubleTitle[badge.trouble])].join(' · ');
  return [
    'Lekas',
    waitingWords(badge, text, now),
    ...caseWords(badge, text, now),
    text.t(badge.trouble ? troubleTitle[badge.trouble] : healthTitle(badge.health)),
  ].join(' · ');
}

function caseWords({ case: nearest }: Badge, { t, clock }: Text, now: number): string[] {
  if (!nearest) return [];
  return [t(nearest.passed ? 'case_badge_over' : 'case_badge_until', { clock: clock(nearest.at, now) })];
}

function waitingWords({ waiting: count, nearest, health, trouble }: Badge, { t, clock }: Text, now: number): string {
  // A log that was lost, or has no room, does not hold everybody who wrote.
  const isAllSeen = health.state === 'watching' && !trouble;
  if (count === 0) return t(isAllSeen ? 'waiting_none_title' : 'waiting_noneUnseen_title');
  if (!nearest) return t('waiting_noDeadline_title', { count });
  if (nearest.passed) return t('waiting_overdue_title', { count });
  return t('waiting_some_title', { count, clock: clock(nearest.at, now) });
}
