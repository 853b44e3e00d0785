import { ownThreeMinutes } from './own-three-minutes';
import type { PublishedRule } from './rule';
import { sevenDays } from './session-gap';

const zone = 'Asia/Jakarta';

const base = {
  platform: 'tokopedia',
  kind: 'official',
  zone,
  window: { days: 90 },
  robot: 'ignored',
  excludes: ['blocked'],
  sessionGap: sevenDays,
  targetIs: 'ours',
  confidence: '1',
} as const;

/**
 * The older shop score of Tokopedia, and the measure of our own beside it; merged shops have TikTok Shop's rules. Half of
 * the rate and part of the speed come from discussions, which a chat does not show. rules.md sections 1, 5, 6.
 */
export const tokopediaRules: readonly PublishedRule[] = [
  {
    ...base,
    id: 'tokopedia/reply-rate',
    place: 'popup',
    measure: 'share',
    // "Ever", as far as a rate can wait: no limit is published.
    limit: sevenDays,
    // The seller must have the last word, else the chat counts as unanswered.
    unit: 'whole-session',
    target: 0.9,
    source:
      "Texts of Tokopedia's Android app, about 2021-22: chats answered ÷ received, the last word the seller's; Kompas, 13 Feb 2022, names the rate as one of seven parameters",
  },
  ownThreeMinutes('tokopedia', zone),
  {
    ...base,
    id: 'tokopedia/reply-speed',
    place: 'more',
    measure: 'mean',
    unit: 'round',
    // The default; a shop may set its own.
    hours: { from: '09:00', to: '18:00' },
    target: 3600,
    source:
      'Texts of Tokopedia\'s Android app, about 2021-22; no target is published, "under 59 min" stands in a copy of the page',
  },
];
