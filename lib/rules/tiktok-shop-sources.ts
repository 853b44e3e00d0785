import type { PublishedRule } from './rule';

type Word = Pick<PublishedRule, 'target' | 'targetIs' | 'judged' | 'source' | 'confidence'>;

/** What each market says of the response rate, and who says it. rules.md section 2, "Targets and consequences". */
const words: Readonly<Record<string, Word>> = {
  ID: {
    target: 0.85,
    targetIs: 'reported',
    source:
      "Customer-service communication requirements, TikTok Shop by Tokopedia (knowledge_id=7127971875243777), 23 Jul 2025; target from a coach's notes, Jul 2026",
    confidence: 'src',
  },
  VN: {
    target: 0.85,
    targetIs: 'reported',
    source:
      'Customer-service communication requirements, TikTok Shop Vietnam (knowledge_id=7199855642370), in force from 15 Jul and 15 Aug 2025; target from a summary of the page, 2026',
    confidence: 'src',
  },
  TH: {
    target: 0.85,
    targetIs: 'reported',
    judged: { moreThanChatsIn30Days: 2 },
    source:
      'TikTok Shop Thailand, page 8918857185183490; target and points in tiers from 6 Jul 2026, not recorded, from tukemarketing.com and jixianfen.com',
    confidence: 'off',
  },
  PH: {
    target: 0.85,
    targetIs: 'reported',
    source: 'Citing seller-ph page 8900239889549058; enforced from 6 Jul 2026 by tukemarketing.com',
    confidence: '1',
  },
  MY: {
    target: 0.9,
    targetIs: 'reported',
    source: 'duoke.com article 398, May 2026; 85 % in the markets around it',
    confidence: '3rd',
  },
  BR: {
    target: 0.85,
    targetIs: 'ours',
    source: 'One source names the 12-hour rate in Brazil and no target; that of the other markets stands in',
    confidence: '1',
  },
  US: {
    target: 0.9,
    targetIs: 'reported',
    source: 'seller-us page 8785896465221389; target from eshoppick.com',
    confidence: 'off',
  },
};

/** For Singapore, the United Kingdom and wherever a page does not say its market, nothing was found. */
const elsewhere: Word = {
  target: 0.85,
  targetIs: 'ours',
  source: 'No page of this market was found; what the markets around it publish stands in',
  confidence: 'inf',
};

export function wordOfMarket(market: string): Word {
  return words[market] ?? elsewhere;
}
