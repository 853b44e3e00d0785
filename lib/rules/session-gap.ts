/** Seconds: sessions without a platform id are cut after 7 days of silence (rules.md sections 1 and 2). */
export const sevenDays = 604_800;
