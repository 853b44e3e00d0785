/** What the screens call each rule: the middle of its message keys. Rules that read alike share their words. */
const names = {
  'tiktok-shop/12h': 'tiktokHours',
  'tiktok-shop/12h-weekly': 'tiktokWeekly',
  'tiktok-shop/24h': 'tiktokDay',
  'tiktok-shop/average-response': 'tiktokAverage',
  'tiktok-shop/12h-robot-answers': 'tiktokRobot',
  'tiktok-shop/12h-rounds': 'tiktokRounds',
  'tiktok-shop/12h-target-90': 'tiktokNinety',
  'tiktok-shop/average-first-response': 'tiktokFirst',
  'feige/3min': 'feigeMinutes',
  'feige/mean-response': 'feigeMean',
  'feige/first-2min': 'feigeFirst',
  'feige/12h': 'feigeHours',
  'feige/3min-rounds': 'feigeRounds',
  'feige/3min-sessions': 'feigeSessions',
  'feige/3min-nine-to-nineteen': 'feigeNine',
  'feige/3min-robot-answers': 'feigeRobot',
  'shopee/12h': 'shopeeHours',
  'shopee/response-time': 'shopeeTime',
  'shopee/12h-weighted': 'shopeeWeighted',
  'shopee/12h-last-word': 'shopeeLast',
  'tokopedia/reply-rate': 'tokopediaRate',
  'tokopedia/reply-speed': 'tokopediaSpeed',
  'tokopedia/reply-rate-rounds': 'tokopediaRounds',
  'tokopedia/reply-rate-24h': 'tokopediaDay',
  'tokopedia/reply-rate-30-days': 'tokopediaMonth',
  'tiktok-shop/3min': 'ownMinutes',
  'shopee/3min': 'ownMinutes',
  'tokopedia/3min': 'ownMinutes',
  'tiktok-shop/3min-all-day': 'ownAllDay',
  'shopee/3min-all-day': 'ownAllDay',
  'tokopedia/3min-all-day': 'ownAllDay',
} as const;

export type RuleName = (typeof names)[keyof typeof names];

/** The name of a rule or preset by its id; `null` for one that is in no list, as a seller's own. */
export function ruleName(id: string): RuleName | null {
  return Object.hasOwn(names, id) ? names[id as keyof typeof names] : null;
}
