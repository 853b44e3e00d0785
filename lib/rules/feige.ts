import type { Band } from './band';
import type { PublishedRule } from './rule';
import { sevenDays } from './session-gap';

const marks: readonly Band[] = [
  { from: 0.97, mark: true, consequence: 'feigePass' },
  { from: 0.9, mark: true, consequence: 'feigeGoal' },
  { from: 0.5, consequence: 'feigeUnderGoal' },
  {
    from: 0,
    consequence: 'feigeNoCampaigns',
    further: [
      // 1000 CNY in the source text and found nowhere else; today's rules fine wording only.
      { consequence: 'feigeReportedFine', reported: true, atLeast: { count: 100, of: 'consultations-a-day' } },
    ],
  },
];

const meanBands: readonly Band[] = [
  { from: 90, above: true, consequence: 'feigeSlowService', reported: true },
  { from: 0, consequence: 'feigeAnswersSoon' },
];

const base = {
  platform: 'feige',
  kind: 'official',
  place: 'more',
  zone: 'Asia/Shanghai',
  window: { days: 30 },
  robot: 'ignored',
  excludes: [],
  sessionGap: sevenDays,
} as const;

// Four sources; only the source text says 09:00-19:00.
const hours = { from: '08:00', to: '23:00' };

/** What Douyin judges in its chat desk, and our 12-hour figure beside it. One market. rules.md sections 1, 3, 6. */
export const feigeRules: readonly PublishedRule[] = [
  {
    ...base,
    id: 'feige/3min',
    place: 'popup',
    measure: 'share',
    limit: 180,
    unit: 'message',
    hours,
    target: 0.9,
    bands: marks,
    source:
      'An article on Douyin reply-rate checks around Spring Festival, undated: messages answered within 3 minutes ÷ messages sent; hours from plnmw.com, 52ps.vip, milguo.com (17 Dec 2025)',
    confidence: 'src',
  },
  {
    ...base,
    id: 'feige/mean-response',
    measure: 'mean',
    unit: 'round',
    hours,
    unansweredCountsAs: 600,
    since: '2026-05-07',
    target: 30,
    targetIs: 'ours',
    bands: meanBands,
    source:
      'Experience score, rule 103956, in force 7 May 2026: an unanswered round counts as 10 minutes; 90 s from rule 113278, seen Aug 2026. Our target: the notice of a late answer comes at 30 s',
    confidence: 'A',
  },
  {
    ...base,
    id: 'feige/first-2min',
    measure: 'share',
    limit: 120,
    unit: 'first-response',
    hours,
    target: 0.9,
    targetIs: 'ours',
    source: 'Named beside the 3-minute rate in the article on Douyin reply-rate checks, undated, without a target',
    confidence: 'src',
  },
  {
    ...base,
    id: 'feige/12h',
    kind: 'own',
    measure: 'share',
    limit: 43_200,
    unit: 'first-response',
    target: 0.85,
    targetIs: 'ours',
    source: "TikTok Shop's 12-hour formula, for comparison between platforms; Feige judges minutes, not hours",
    confidence: 'inf',
  },
];
