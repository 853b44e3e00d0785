import type { Health, HealthState, StoppedWhy } from '../chat/health';
import type { MessageKey } from './i18n-for';

const titles = {
  watching: 'health_watching_title',
  partly: 'health_partly_title',
  'not-recognised': 'health_notRecognised_title',
  'signed-out': 'health_signedOut_title',
  'not-allowed': 'health_notAllowed_title',
  closed: 'health_closed_title',
} satisfies Record<Exclude<HealthState, 'stopped'>, MessageKey>;

const stoppedTitles = {
  discarded: 'health_discarded_title',
  frozen: 'health_frozen_title',
  crashed: 'health_crashed_title',
  'cut-off': 'health_cutOff_title',
  'no-answer': 'health_noAnswer_title',
} satisfies Record<StoppedWhy, MessageKey>;

/** What a health is called, on the icon as in the popup. */
export function healthTitle(health: Health): MessageKey {
  return health.state === 'stopped' ? stoppedTitles[health.why] : titles[health.state];
}
