import type { Text } from '../i18n/text-in';
import type { Badge } from './badge-of';

/** What the toolbar button says in words: who waits, and when Lekas does not see. */
export function badgeTitle({ waiting, health }: Badge, { t }: Text): string {
  const nobody = t(health === 'watching' ? 'waiting_none_title' : 'waiting_noneUnseen_title');
  const sees =
    health === 'signed-out'
      ? t('health_signedOut_title')
      : health === 'not-recognised'
        ? t('health_notRecognised_title')
        : health === 'closed'
          ? t('health_closed_title')
          : health === 'partly'
            ? t('health_partly_title')
            : t('health_watching_title');
  return `Lekas · ${waiting === 0 ? nobody : t('waiting_noDeadline_title', { count: waiting })} · ${sees}`;
}
