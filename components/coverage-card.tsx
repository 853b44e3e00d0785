import type { MessageKey } from '@/lib/i18n/i18n-for';
import { useText } from '@/lib/i18n/use-text';
import type { CoverageStrip } from '@/lib/log/coverage';
import type { PublishedRule } from '@/lib/rules/rule';
import { DataTable } from './data-table';
import { zoneTimes } from './zone-times';

const names = {
  watched: 'dashboard_coverage_watched',
  filled: 'dashboard_coverage_filled',
  gap: 'dashboard_coverage_gap',
} satisfies Record<CoverageStrip['stretches'][number]['is'], MessageKey>;

const kinds = ['watched', 'filled', 'gap'] as const;

interface Props {
  readonly rule: PublishedRule;
  readonly strip: CoverageStrip;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** When the shop's page was watched, what was read of the rest later, and what nobody saw. */
export function CoverageCard({ rule, strip: { stretches }, onCopy }: Props) {
  const text = useText();
  const { t, roughly, duration } = text;
  const times = zoneTimes(text, rule.zone);
  const title = t('dashboard_coverage_title');
  const sum = (...wanted: readonly string[]) =>
    stretches.reduce((all, { is, from, to }) => all + (wanted.includes(is) ? to - from : 0), 0);
  const all = sum(...kinds);
  return (
    <section className="card coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{title}</h2>
      {all === 0 ? (
        <p>{t('dashboard_coverage_none')}</p>
      ) : (
        <>
          <p className="aside">
            {t('dashboard_coverage_share', {
              share: roughly(sum('watched', 'filled') / all),
              watched: roughly(sum('watched') / all),
            })}
          </p>
          <div className="coverage-strip" role="img" aria-label={title}>
            {stretches.map(({ from, to, is }) => (
              <span
                key={from}
                data-is={is}
                style={{ flexGrow: to - from }}
                title={`${times.moment(from)} – ${times.moment(to)}: ${t(names[is])}`}
              />
            ))}
          </div>
          <div className="coverage-ends" aria-hidden="true">
            <span>{times.day(stretches[0]?.from ?? 0)}</span>
            <span>{times.day((stretches.at(-1)?.to ?? 1) - 1)}</span>
          </div>
          <ul className="legend">
            {kinds
              .filter(kind => sum(kind) > 0)
              .map(kind => (
                <li key={kind} data-key="strip" data-is={kind}>
                  {t(names[kind])} {duration(sum(kind))}
                </li>
              ))}
          </ul>
          <DataTable
            caption={title}
            columns={[
              { title: t('dashboard_from_label') },
              { title: t('dashboard_to_label') },
              { title: t('dashboard_coverage_state') },
            ]}
            rows={stretches.map(({ from, to, is }) => [times.moment(from), times.moment(to), t(names[is])])}
            onCopy={onCopy}
          />
        </>
      )}
    </section>
  );
}
