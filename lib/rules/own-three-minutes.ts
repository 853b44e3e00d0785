import type { PlatformId } from '../chat/shop';
import type { PublishedRule } from './rule';
import { sevenDays } from './session-gap';

/** Our speed figure on a platform that publishes none: Feige's 3-minute formula. It has no bands. rules.md section 6. */
export function ownThreeMinutes(platform: Exclude<PlatformId, 'feige'>, zone: string): PublishedRule {
  return {
    id: `${platform}/3min`,
    platform,
    kind: 'own',
    place: 'popup',
    measure: 'share',
    limit: 180,
    unit: 'message',
    zone,
    hours: { from: '08:00', to: '23:00' },
    window: { days: 30 },
    robot: 'ignored',
    excludes: ['holiday', 'blocked'],
    sessionGap: sevenDays,
    target: 0.9,
    targetIs: 'ours',
    source: "Feige's 3-minute formula, so that a number means the same everywhere; no page of this platform names one",
    confidence: 'inf',
  };
}
