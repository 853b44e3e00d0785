import type { CSSProperties } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { WeekHour } from '@/lib/rates/week-of';
import type { PublishedRule } from '@/lib/rules/rule';
import { DataTable } from './data-table';
import { type ZoneTimes, zoneTimes } from './zone-times';

interface Props {
  readonly rule: PublishedRule;
  /** `null`: not read yet. */
  readonly week: readonly WeekHour[] | null;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** The hours of the week: when buyers write, and when their answers came too late or not at all. */
export function WeekMap({ rule, week, onCopy }: Props) {
  const text = useText();
  const { t, count } = text;
  const times = zoneTimes(text, rule.zone);
  const title = t('dashboard_week_title');
  const [asked, costly] = [
    t('dashboard_week_asked'),
    t(rule.measure === 'mean' ? 'dashboard_week_slow' : 'dashboard_week_costly'),
  ];
  return (
    <section className="card week" aria-labelledby="week-title" aria-busy={week === null}>
      <h2 id="week-title">{title}</h2>
      {week && (
        <>
          <Grid title={asked} week={week} of="asked" times={times} />
          <Grid title={costly} week={week} of="costly" times={times} />
          <DataTable
            caption={title}
            columns={[
              { title: t('dashboard_costs_weekday') },
              { title: t('dashboard_costs_hour') },
              { title: asked, isNumber: true },
              { title: costly, isNumber: true },
            ]}
            rows={week
              .filter(hour => hour.asked > 0)
              .map(hour => [times.weekday(hour.weekday), times.hour(hour.hour), count(hour.asked), count(hour.costly)])}
            onCopy={onCopy}
          />
        </>
      )}
    </section>
  );
}

interface GridProps {
  readonly title: string;
  readonly week: readonly WeekHour[];
  readonly of: 'asked' | 'costly';
  readonly times: ZoneTimes;
}

/** A square for each hour, the darker the more; what each holds is in its title and in the table. */
function Grid({ title, week, of, times }: GridProps) {
  const { t, count } = useText();
  const most = Math.max(...week.map(hour => hour[of]));
  return (
    <figure className="week-figure">
      <figcaption>
        {title} <span className="aside">{t('dashboard_week_most', { count: count(most) })}</span>
      </figcaption>
      <div className="week-grid" data-of={of} role="img" aria-label={title}>
        {week.map(hour => (
          <Cell key={`${hour.weekday} ${hour.hour}`} hour={hour} of={of} most={most} times={times} />
        ))}
        <span className="week-corner" />
        {Array.from({ length: 8 }, (_, index) => (
          <span key={times.hour(index * 3)} className="week-hour">
            {String(index * 3).padStart(2, '0')}
          </span>
        ))}
      </div>
    </figure>
  );
}

interface CellProps extends Pick<GridProps, 'of' | 'times'> {
  readonly hour: WeekHour;
  readonly most: number;
}

function Cell({ hour, of, most, times }: CellProps) {
  const { t, count } = useText();
  const words = t('dashboard_week_cell', {
    weekday: times.weekday(hour.weekday),
    hour: times.hour(hour.hour),
    count: count(hour[of]),
  });
  const share: CSSProperties & Record<'--share', string> = {
    '--share': `${most === 0 ? 0 : Math.round((hour[of] / most) * 100)}%`,
  };
  return (
    <>
      {hour.hour === 0 && <span className="week-day">{times.shortWeekday(hour.weekday)}</span>}
      <span className="week-cell" title={words} style={share} />
    </>
  );
}
