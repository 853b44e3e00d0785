import type { SetAsideBecause } from '@/lib/chat/set-aside';
import type { MessageKey } from '@/lib/i18n/i18n-for';

/** Why a chat does not count, in words. */
export const asideWords = {
  abusive: 'aside_abusive_reason',
  spam: 'aside_spam_reason',
  'account-gone': 'aside_gone_reason',
  other: 'aside_other_reason',
} satisfies Record<SetAsideBecause, MessageKey>;
