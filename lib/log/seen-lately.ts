import type { HealthState } from '../chat/health';
import type { ShopHealth } from './health-query';

const weekMs = 7 * 86_400_000;
const unseen: readonly HealthState[] = ['closed', 'stopped', 'not-allowed'];

/** Whether a shop's page was seen in the week before `now` (ms); one that was not is expected by nobody. */
export function seenLately({ health, since }: ShopHealth, now: number): boolean {
  return !unseen.includes(health.state) || now - since < weekMs;
}
