import type { Band } from './band';

/** What takes part in which programme. rules.md section 4, "Target or consequence". */
const programmes: Readonly<Record<string, readonly Band[]>> = {
  // 2026; older pages say 75 % and 95 %.
  VN: [
    { from: 0.9, mark: true, consequence: 'shopeePreferredPlus' },
    { from: 0.8, mark: true, consequence: 'shopeePreferred' },
  ],
  // "Above 75-80 %": the stricter end.
  ID: [
    { from: 0.9, mark: true, consequence: 'shopeeStarPlus' },
    { from: 0.8, mark: true, consequence: 'shopeeStar' },
  ],
  MY: [{ from: 0.85, mark: true, consequence: 'shopeeMall' }],
};

// "PH and others", 2021: weak and old.
const usual: readonly Band[] = [{ from: 0.7, mark: true, consequence: 'shopeeUsualMark', reported: true }];

/** "Rate ≤ 20 %": the edge belongs to the penalty. With 10 or more orders, which a chat does not tell. */
const general: Band = {
  from: 0,
  consequence: 'shopeeTwentyOrLess',
  further: [{ consequence: 'shopeeGeneralPoint', points: 1, atLeast: { count: 10, of: 'orders-in-30-days' } }],
};

/** Thailand, since early 2024: below 60 % and 8 or more unanswered within 12 hours in a month. */
const unanswered = {
  consequence: 'shopeeUnansweredPoint',
  points: 1,
  atLeast: { count: 8, of: 'unanswered-a-month' },
} as const;

/** Programme marks and penalties of Shopee's chat response rate in a market, the highest first. */
export function shopeeBands(market: string): Band[] {
  const marks = programmes[market] ?? usual;
  if (market !== 'TH') return [...marks, { from: 0.2, above: true, consequence: 'shopeeNoProgramme' }, general];
  return [
    ...marks,
    { from: 0.6, consequence: 'shopeeNoProgramme' },
    { from: 0.2, above: true, consequence: 'shopeeUnderSixty', further: [unanswered] },
    { ...general, further: [unanswered, ...(general.further ?? [])] },
  ];
}
