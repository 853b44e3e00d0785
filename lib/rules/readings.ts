import type { Reading } from './reading';

/** Other readings of the rules of Feige, Shopee and Tokopedia, by the rule's id. rules.md sections 3 to 5. */
export const readings: Readonly<Record<string, readonly Reading[]>> = {
  'feige/3min': [
    {
      id: 'feige/3min-rounds',
      unit: 'round',
      source: 'milguo.com, 17 Dec 2025: by rounds; rounds as on the sister platform, where ten messages are one',
      confidence: 'B',
    },
    {
      id: 'feige/3min-sessions',
      unit: 'whole-session',
      source: '52ps.vip, xiaofanwenku.com: a chat counts as a whole, all or nothing',
      confidence: 'B',
    },
    {
      id: 'feige/3min-nine-to-nineteen',
      hours: { from: '09:00', to: '19:00' },
      source: 'The article on Douyin reply-rate checks, undated: 09:00-19:00 every day',
      confidence: 'src',
    },
    {
      id: 'feige/3min-robot-answers',
      robot: 'answers',
      source: "yinets.com/5242, quoting a notice: a robot's answer inside the human stage is counted",
      confidence: 'B',
    },
  ],
  'shopee/12h': [
    {
      id: 'shopee/12h-weighted',
      window: { days: 90, newestQuarterWeight: 0.5 },
      source:
        'sellerby.com p/32 (TH policy 2024), dny123.com (PH, 2021): half of it from the newest quarter of 90 days',
      confidence: 'A',
    },
    {
      id: 'shopee/12h-last-word',
      unit: 'whole-session',
      source: 'sellerby p/2068, comercione.com.br: the shop writes last',
      confidence: 'B',
    },
  ],
  'tokopedia/reply-rate': [
    {
      id: 'tokopedia/reply-rate-rounds',
      unit: 'round',
      source: 'The first reply closes a chat; stated nowhere, the other reading of "answered"',
      confidence: 'inf',
    },
    {
      id: 'tokopedia/reply-rate-24h',
      limit: 86_400,
      source: 'No time limit is published; a day in place of the seven that stand for "ever"',
      confidence: 'inf',
    },
    {
      id: 'tokopedia/reply-rate-30-days',
      window: { days: 30 },
      source: 'The window of merged shops',
      confidence: 'inf',
    },
  ],
};
