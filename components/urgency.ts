const minute = 60_000;

/** How near a deadline is. The steps are those of the reminders: two hours, half an hour. */
export type Urgency = 'free' | 'calm' | 'soon' | 'urgent' | 'overdue';

export function urgency(deadline: number | null, now: number): Urgency {
  if (deadline === null) return 'free';
  const left = deadline - now;
  // The limit itself is still in time.
  if (left < 0) return 'overdue';
  if (left <= 30 * minute) return 'urgent';
  return left <= 120 * minute ? 'soon' : 'calm';
}
