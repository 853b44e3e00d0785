import type { ShownFailure } from '@/components/failure-line';
import type { FigureInput } from '@/components/official-form';
import type { ShopDashboard } from '@/lib/log/dashboard';
import { sendMessage } from '@/lib/messaging/messenger';
import { localDayNamed } from '@/lib/rates/local-day';
import { listedId } from '@/lib/rules/listed-id';

/** Has a typed figure kept as of the end of its day, or of now where that day is today; gives that moment (ms), or what is wrong with the figure. */
export async function typeFigure(
  { shop, view: { rule } }: ShopDashboard,
  { value, day, days }: FigureInput,
): Promise<{ readonly at: number } | { readonly failure: ShownFailure }> {
  // A message holds no number that is none.
  if (Number.isNaN(value)) return refused('official_value_error');
  if (Number.isNaN(days)) return refused('official_days_error');
  const named = localDayNamed(day, rule.zone);
  const now = Date.now();
  if (!named || named.start > now) return refused('official_date_error');
  const at = Math.min(now, named.end - 1);
  const figure = { shop, rule: listedId(rule), value, at, ...(days !== undefined && { days }) };
  const answer = await sendMessage('keepOfficial', figure).catch(() => null);
  return answer?.ok ? { at } : refused(answer?.key ?? 'message_unknown_error');
}

const refused = (key: string) => ({ failure: { key } });
