/**
 * The numbers that platforms show of a shop. `waiting-chats`: a count. `response-rate-12h`, `dissatisfaction`: shares
 * between 0 and 1. `mean-response`: seconds.
 */
export const officialMetrics = ['waiting-chats', 'response-rate-12h', 'mean-response', 'dissatisfaction'] as const;
export type OfficialMetric = (typeof officialMetrics)[number];
