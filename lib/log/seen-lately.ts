import type { ShopHealth } from './health-query';

const weekMs = 7 * 86_400_000;

/** Whether a shop's page was seen, or allowed, in the week before `now` (ms); one that was not is expected by nobody. */
export function seenLately({ health, since }: ShopHealth, now: number): boolean {
  const isGivenUp = health.state === 'closed' || health.state === 'not-allowed';
  return !isGivenUp || now - since < weekMs;
}
