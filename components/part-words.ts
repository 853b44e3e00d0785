import type { MessageKey } from '@/lib/i18n/i18n-for';
import type { Text } from '@/lib/i18n/text-in';
import type { WhyRow } from '@/lib/log/why';
import { isCostly, type PartName } from '@/lib/rates/parts-of';
import type { PublishedRule } from '@/lib/rules/rule';
import { versionsOf } from '@/lib/rules/versions-of';
import type { ZoneTimes } from './zone-times';

/** Which units are listed: those of one part, those that cost, or all. */
export type WhyFilter = PartName | 'costly' | 'all';

const names = {
  'in-time': 'dashboard_part_inTime',
  late: 'dashboard_part_late',
  missed: 'dashboard_part_missed',
  took: 'dashboard_part_took',
  pending: 'dashboard_part_pending',
  'excluded/by-hand': 'dashboard_part_byHand',
  'excluded/blocked': 'dashboard_part_blocked',
  'excluded/holiday': 'dashboard_part_holiday',
  'excluded/seller-started': 'dashboard_part_sellerStarted',
  'excluded/hours': 'dashboard_part_hours',
  'excluded/robot': 'dashboard_part_robot',
} satisfies Record<PartName, MessageKey>;

export const partName = ({ t }: Text, name: PartName): string => t(names[name]);

/** What a filter is called; of a mean, what costs is what is slow. */
export function filterName(text: Text, filter: WhyFilter, { measure }: Pick<PublishedRule, 'measure'>): string {
  if (filter === 'all') return text.t('dashboard_part_all');
  if (filter !== 'costly') return partName(text, filter);
  return text.t(measure === 'mean' ? 'dashboard_part_slow' : 'dashboard_part_costly');
}

/** Why a unit counts as it does, in a few words; `null` where its part says it already. */
export function reasonOf(text: Text, row: WhyRow, rule: PublishedRule, times: ZoneTimes): string | null {
  const { t, exactly: duration } = text;
  const { verdict } = row;
  const version = versionsOf(rule).find(({ id }) => id === row.rule) ?? rule;
  const limit = duration((version.limit ?? 0) * 1000);
  switch (verdict.is) {
    case 'in-time':
      return t('dashboard_reason_inTime', { took: duration(verdict.tookMs) });
    case 'late':
      return t('dashboard_reason_late', { took: duration(verdict.tookMs), limit });
    case 'missed':
      return t('dashboard_reason_missed', { limit });
    case 'took': {
      const took = duration(verdict.tookMs);
      if (verdict.unanswered) return t('dashboard_reason_unanswered', { took });
      const target = duration(rule.target * 1000);
      return isCostly(verdict, rule)
        ? t('dashboard_reason_slow', { took, target })
        : t('dashboard_reason_inTime', { took });
    }
    case 'pending':
      return Number.isFinite(verdict.until)
        ? t('dashboard_reason_pending', { clock: times.moment(verdict.until) })
        : t('dashboard_reason_open');
    case 'excluded':
      return null;
  }
}
