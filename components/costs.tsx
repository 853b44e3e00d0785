import { useText } from '@/lib/i18n/use-text';
import type { Patterns } from '@/lib/log/why';
import { type Cost, costing } from '@/lib/rates/costs-of';
import type { PublishedRule } from '@/lib/rules/rule';
import { TableFrame } from './table-frame';
import { zoneTimes } from './zone-times';

interface Props {
  readonly rule: PublishedRule;
  /** `null`: not read yet. */
  readonly patterns: Patterns | null;
}

/** What late and missed units have in common: the hours, weekdays and buyers in which something cost. */
export function CostsCard({ rule, patterns }: Props) {
  const text = useText();
  const { t } = text;
  const times = zoneTimes(text, rule.zone);
  const groups = patterns && [
    {
      title: t('dashboard_costs_hours'),
      lines: inOrder(patterns.costs.hours, hour => times.hour(hour)),
    },
    {
      title: t('dashboard_costs_weekdays'),
      lines: inOrder(patterns.costs.weekdays, day => times.weekday(day)),
    },
    {
      title: t('dashboard_costs_buyers'),
      lines: patterns.buyers.map(({ conversation, buyer, ...cost }) => ({
        key: conversation,
        name: buyer ?? t('waiting_buyer_unknown'),
        cost,
      })),
    },
  ];
  const isFine = groups?.every(({ lines }) => lines.length === 0) ?? false;
  return (
    <section className="card costs" aria-labelledby="costs-title" aria-busy={patterns === null}>
      <h2 id="costs-title">{t('dashboard_costs_title')}</h2>
      {isFine && <p>{t('dashboard_costs_none')}</p>}
      {!isFine && groups && (
        <div className="costs-groups">
          {groups.map(({ title, lines }) => (
            <CostGroup key={title} title={title} lines={lines} isMean={rule.measure === 'mean'} />
          ))}
        </div>
      )}
    </section>
  );
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly cost: Cost;
}

function CostGroup({
  title,
  lines,
  isMean,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly isMean: boolean;
}) {
  const { t, count } = useText();
  const most = Math.max(...lines.map(({ cost }) => costing(cost)), 1);
  return (
    <TableFrame labelledBy="costs-title">
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" className="number">
              {t(isMean ? 'dashboard_part_slow' : 'dashboard_costs_costly')}
            </th>
            <th scope="col" className="number">
              {t('dashboard_costs_counted')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, cost }) => (
            <tr key={key} data-cost={costing(cost)} data-counted={cost.counted}>
              <th scope="row">
                <span className="bar" style={{ inlineSize: `${(costing(cost) / most) * 100}%` }} aria-hidden="true" />
                <bdi>{name}</bdi>
              </th>
              <td className="number">{count(costing(cost))}</td>
              <td className="number">{count(cost.counted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** The groups in which something cost, in their natural order. */
function inOrder<K extends number>(costs: ReadonlyMap<K, Cost>, nameOf: (key: K) => string): Line[] {
  return [...costs]
    .filter(([, cost]) => costing(cost) > 0)
    .sort(([a], [b]) => a - b)
    .map(([key, cost]) => ({ key: String(key), name: nameOf(key), cost }));
}
