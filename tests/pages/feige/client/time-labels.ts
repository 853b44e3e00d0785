const minuteMs = 60_000;

/** The page's clock is China's, which has no summer time. */
const ahead = 8 * 60 * minuteMs;

/** How long a buyer has waited, whole units of the largest that fits: `45秒`, `3分钟`, `1小时`. */
export function waitedLabel(waitedMs: number): string {
  const seconds = Math.max(0, Math.floor(waitedMs / 1000));
  if (seconds < 60) return `${seconds}秒`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}分钟`;
  return `${Math.floor(seconds / 3600)}小时`;
}

/** A row's time when nobody waits: the clock today, the date before. */
export function rowTime(at: number, now: number): string {
  return isSameDay(at, now) ? clock(at) : date(at);
}

/** A message's label: minutes, and on earlier days the date unless the page leaves it away. */
export function messageLabel(at: number, now: number, dated: boolean): string {
  return isSameDay(at, now) || !dated ? clock(at) : `${date(at)} ${clock(at)}`;
}

function clock(at: number): string {
  return new Date(at + ahead).toISOString().slice(11, 16);
}

function date(at: number): string {
  const local = new Date(at + ahead);
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
}

function isSameDay(a: number, b: number): boolean {
  return Math.floor((a + ahead) / 86_400_000) === Math.floor((b + ahead) / 86_400_000);
}
