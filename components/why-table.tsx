import { useText } from '@/lib/i18n/use-text';
import type { Why } from '@/lib/log/why';
import { partOf } from '@/lib/rates/parts-of';
import type { PublishedRule } from '@/lib/rules/rule';
import { filterName, partName, reasonOf, type WhyFilter } from './part-words';
import { TableFrame } from './table-frame';
import { zoneTimes } from './zone-times';

interface Props {
  readonly rule: PublishedRule;
  readonly filter: WhyFilter;
  /** `null`: not read yet. */
  readonly why: Why | null;
  readonly onMore: () => void;
}

/** The units behind a rate one by one, the newest first, each with its reason. */
export function WhyTable({ rule, filter, why, onMore }: Props) {
  const text = useText();
  const { t } = text;
  const times = zoneTimes(text, rule.zone);
  return (
    <section className="card why" aria-labelledby="why-title" aria-busy={why === null}>
      <h2 id="why-title">{t('dashboard_why_title')}</h2>
      <p className="aside">
        {filterName(text, filter, rule)}
        {why && why.rows.length > 0 && ` · ${t('dashboard_why_shown', { count: why.rows.length })}`}
      </p>
      {why?.rows.length === 0 && <p>{t('dashboard_why_none')}</p>}
      {why && why.rows.length > 0 && (
        <TableFrame labelledBy="why-title">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('dashboard_why_buyer')}</th>
                <th scope="col">{t('dashboard_why_asked')}</th>
                <th scope="col">{t('dashboard_why_verdict')}</th>
                <th scope="col">{t('dashboard_why_answered')}</th>
                <th scope="col">{t('dashboard_why_agent')}</th>
              </tr>
            </thead>
            <tbody>
              {why.rows.map(row => {
                const part = partOf(row.verdict);
                const reason = reasonOf(text, row, rule, times);
                return (
                  <tr key={`${row.conversation} ${row.id}`} data-unit={row.id} data-verdict={part}>
                    <th scope="row">
                      <bdi>{row.buyer ?? t('waiting_buyer_unknown')}</bdi>
                    </th>
                    <td className="when">{times.moment(row.start)}</td>
                    <td>
                      <span className="verdict-word" data-part={part.split('/')[0]}>
                        {partName(text, part)}
                      </span>
                      {reason !== null && <span className="reason"> {reason}</span>}
                    </td>
                    <td className="when">{row.replyAt === null ? '–' : times.moment(row.replyAt)}</td>
                    <td>
                      <bdi>{row.agent ?? '–'}</bdi>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableFrame>
      )}
      {why?.next && (
        <button type="button" className="quiet" onClick={onMore}>
          {t('dashboard_why_more')}
        </button>
      )}
    </section>
  );
}
