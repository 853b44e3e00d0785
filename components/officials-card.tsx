import type { ReactNode } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { OfficialBeside } from '@/lib/log/dashboard';
import type { PublishedRule } from '@/lib/rules/rule';
import { differenceWords } from './difference-words';
import type { ShownFailure } from './failure-line';
import { type FigureInput, OfficialForm } from './official-form';
import { ruleValue } from './rate-words';
import { TableFrame } from './table-frame';
import { zoneTimes } from './zone-times';

export interface OfficialEvents {
  /** Keeps what was typed in; what is wrong with it, if anything is. */
  readonly onType: (figure: FigureInput) => Promise<ShownFailure | null>;
  readonly onDrop: (official: OfficialBeside) => void;
  readonly onCompare: (official: OfficialBeside) => void;
}

interface Props extends OfficialEvents {
  readonly rule: PublishedRule;
  readonly officials: readonly OfficialBeside[];
  /** Today's ISO day in the rule's zone. */
  readonly today: string;
  /** What comes of the comparison that was asked for. */
  readonly children?: ReactNode;
}

/** What the platform shows, seen or typed in, beside ours over the same days. */
export function OfficialsCard({ rule, officials, today, children, onType, onDrop, onCompare }: Props) {
  const text = useText();
  const { t, count } = text;
  const times = zoneTimes(text, rule.zone);
  return (
    <section className="card officials" aria-labelledby="officials-title">
      <h2 id="officials-title">{t('dashboard_official_title')}</h2>
      <p className="aside">{t('dashboard_official_about')}</p>
      {officials.length === 0 && <p>{t('dashboard_official_none')}</p>}
      {officials.length > 0 && (
        <TableFrame labelledBy="officials-title">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('dashboard_official_day')}</th>
                <th scope="col" className="number">
                  {t('dashboard_official_window')}
                </th>
                <th scope="col" className="number">
                  {t('dashboard_official_theirs')}
                </th>
                <th scope="col" className="number">
                  {t('dashboard_official_ours')}
                </th>
                <th scope="col" className="number">
                  {t('dashboard_official_difference')}
                </th>
                <th scope="col">{t('dashboard_official_source')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {officials.map(official => {
                const { value, ours, at, source, metric, days = rule.window.days } = official;
                const day = times.day(at);
                return (
                  <tr key={`${metric} ${official.day} ${source}`} data-official={value} data-ours={ours ?? undefined}>
                    <th scope="row">{day}</th>
                    <td className="number">{count(days)}</td>
                    <td className="number">
                      {rule.measure === 'mean' ? text.exactly(value * 1000) : text.percent(value)}
                    </td>
                    <td className="number">{ours === null ? '–' : ruleValue(text, rule, ours)}</td>
                    <td className="number">{ours === null ? '–' : differenceWords(text, rule, ours - value)}</td>
                    <td>{t(source === 'seen' ? 'dashboard_official_seen' : 'dashboard_official_typed')}</td>
                    <td className="actions">
                      <button
                        type="button"
                        className="quiet"
                        aria-label={t('dashboard_official_compareLabel', { day })}
                        onClick={() => onCompare(official)}
                      >
                        {t('dashboard_official_compare')}
                      </button>
                      {source === 'typed' && (
                        <button
                          type="button"
                          className="quiet"
                          aria-label={t('dashboard_official_dropLabel', { day })}
                          onClick={() => onDrop(official)}
                        >
                          {t('dashboard_official_drop')}
                        </button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableFrame>
      )}
      {children}
      <OfficialForm key={rule.id} measure={rule.measure} today={today} onType={onType} />
    </section>
  );
}
