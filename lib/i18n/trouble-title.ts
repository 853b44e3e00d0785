import type { LogTrouble } from '../log/log-trouble';
import type { MessageKey } from './i18n-for';

/** What each trouble of the log is called. */
export const troubleTitle = {
  full: 'trouble_full_title',
  'nearly-full': 'trouble_nearlyFull_title',
  unreadable: 'trouble_unreadable_title',
  newer: 'trouble_newer_title',
  lost: 'trouble_lost_title',
} satisfies Record<LogTrouble, MessageKey>;
