import { untimely } from '../../../chat/untimely';
import type { VagueInstant } from '../../../chat/vague-instant';

/** What the time cell of a row says: the clock time of what was answered, or how long its buyer has waited. */
export type RowTimer =
  | { readonly is: 'answered' }
  /** `null`: it waits, and for how long cannot be read. */
  | { readonly is: 'waiting'; readonly since: VagueInstant | null };

const unitMs: Readonly<Record<string, number>> = { 秒: 1000, 分: 60_000, 时: 3_600_000 };

/**
 * Reads the cell (`45秒`, `3分钟`, `1小时`: feige.md section 2, three independent clients) as it stood at `at`, ms. The wait
 * began so long ago, to the precision of the smallest unit that is shown. `null` for a text that is neither a wait nor a
 * time or day: it is not taken for an answer.
 */
export function readRowTimer(text: string, at: number): RowTimer | null {
  const label = text.trim();
  if (/[秒分时]/.test(label)) return { is: 'waiting', since: sinceOf(label, at) };
  return /\d{1,2}:\d{2}$|\d[月/-]\d|^(?:昨天|前天|星期.|周.)$/.test(label) ? { is: 'answered' } : null;
}

function sinceOf(label: string, at: number): VagueInstant | null {
  if (!/^(?:\d+\s*(?:小时|时|分钟?|秒钟?)\s*)+$/.test(label) || label.length > 20) return null;
  let waited = 0;
  let precision = Number.POSITIVE_INFINITY;
  for (const [, count, unit = ''] of label.matchAll(/(\d+)\s*小?([时分秒])/g)) {
    const ms = unitMs[unit] ?? 0;
    waited += Number(count) * ms;
    precision = Math.min(precision, ms);
  }
  const since = at - waited - precision;
  return untimely(since, at) ? null : { at: since, uncertain: precision };
}
