import { useText } from '@/lib/i18n/use-text';
import type { RateView } from '@/lib/log/overview';
import { partsOf } from '@/lib/rates/parts-of';
import { filterName, partName, type WhyFilter } from './part-words';

interface Props {
  readonly view: Pick<RateView, 'rate' | 'rule'>;
  readonly chosen: WhyFilter;
  readonly onChoose: (filter: WhyFilter) => void;
}

/** The parts of a rate, which add up to all of its units; each leads to the units it holds. */
export function RateParts({ view: { rate, rule }, chosen, onChoose }: Props) {
  const text = useText();
  const { t, count } = text;
  const parts = partsOf(rate, rule);
  const sum = parts.reduce((all, part) => all + part.count, 0);
  return (
    <section className="card parts" aria-labelledby="parts-title">
      <h2 id="parts-title">{t('dashboard_parts_title')}</h2>
      <div className="parts-bar" aria-hidden="true">
        {parts.map(part => (
          <span key={part.name} data-part={kindOf(part.name)} style={{ flexGrow: part.count }} />
        ))}
      </div>
      <ul>
        {parts.map(part => (
          <li key={part.name}>
            <button
              type="button"
              data-part={part.name}
              data-count={part.count}
              aria-pressed={chosen === part.name}
              onClick={() => onChoose(part.name)}
            >
              <span className="parts-key" data-part={kindOf(part.name)} aria-hidden="true" />
              <span>{partName(text, part.name)}</span>
              <strong>{count(part.count)}</strong>
            </button>
          </li>
        ))}
      </ul>
      <p className="aside" data-sum={sum}>
        {t('dashboard_parts_sum', { count: sum })}
      </p>
      <div className="parts-more">
        {(['costly', 'all'] as const).map(filter => (
          <button
            key={filter}
            type="button"
            className="quiet"
            aria-pressed={chosen === filter}
            onClick={() => onChoose(filter)}
          >
            {filterName(text, filter, rule)}
          </button>
        ))}
      </div>
    </section>
  );
}

const kindOf = (name: string) => name.split('/')[0];
