import type { Text } from '@/lib/i18n/text-in';
import type { WaitingRow } from '@/lib/log/overview';

/** Who waits, in a sentence: "3 buyers wait, the first until 14:32". */
export function waitingTitle({ t, clock }: Text, rows: readonly WaitingRow[], seesAll: boolean, now: number) {
  const waiting = rows.filter(({ isPromiseOnly }) => !isPromiseOnly);
  const [first] = waiting;
  const count = waiting.length;
  if (!first && rows.length > 0) return t('waiting_promised_title', { count: rows.length });
  // Nothing seen is not nothing there.
  if (!first) return t(seesAll ? 'waiting_none_title' : 'waiting_noneUnseen_title');
  if (first.deadline === null) return t('waiting_noDeadline_title', { count });
  if (first.deadline < now) return t('waiting_overdue_title', { count });
  return t('waiting_some_title', { count, clock: clock(first.deadline, now) });
}
