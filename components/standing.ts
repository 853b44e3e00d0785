import type { RateView } from '@/lib/log/overview';

/** How a rate stands to its target. */
export type Standing = 'held' | 'below' | 'none';

/** From the unrounded value, and from the outlook where there is one, so that the two never contradict each other. */
export function standing({ rule, rate, missesLeft, answersToRegain }: Judged): Standing {
  if (rate.value === null) return 'none';
  if (typeof missesLeft === 'number') return 'held';
  if (typeof answersToRegain === 'number') return 'below';
  const held = rule.measure === 'mean' ? rate.value <= rule.target : rate.value >= rule.target;
  return held ? 'held' : 'below';
}

type Judged = Pick<RateView, 'rule' | 'rate'> & Partial<Pick<RateView, 'missesLeft' | 'answersToRegain'>>;
