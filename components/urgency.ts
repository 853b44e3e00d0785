import type { WaitingRow } from '@/lib/log/overview';

/** How near a deadline is, in the steps of the reminders. */
export type Urgency = 'free' | 'calm' | 'soon' | 'urgent' | 'overdue';

export function urgency({ deadline, leads }: Pick<WaitingRow, 'deadline' | 'leads'>, now: number): Urgency {
  if (deadline === null || leads === null) return 'free';
  const left = deadline - now;
  // The limit itself is still in time.
  if (left < 0) return 'overdue';
  const [first, last] = leads;
  if (left <= last * 1000) return 'urgent';
  return left <= first * 1000 ? 'soon' : 'calm';
}
