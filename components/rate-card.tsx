import { useId } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { RateView } from '@/lib/log/overview';
import { Glyph } from './glyph';
import { RateMeter } from './rate-meter';
import { RateOutlook } from './rate-outlook';
import { ruleTitle, ruleValue, ruleVerdict } from './rate-words';
import { platformName } from './shop-name';
import { standing } from './standing';
import { Trend } from './trend';

const standingGlyphs = { held: 'check', below: 'warning', none: 'ring' } as const;

/** One rate: its value, how it stands to the target, what may become of it, and how far to trust it. */
export function RateCard({ view, now }: { readonly view: RateView; readonly now: number }) {
  const text = useText();
  const titleId = useId();
  const { rule, rate, coverage, official } = view;
  const stands = standing(view);
  const counts =
    rule.measure === 'share' && rate.counted > 0
      ? { onTime: text.count(rate.onTime), counted: text.count(rate.counted) }
      : null;
  return (
    <article className="rate" data-standing={stands} aria-labelledby={titleId}>
      <h3 id={titleId}>{ruleTitle(text, rule)}</h3>
      <p className="rate-kind">
        {rule.kind === 'own'
          ? text.t('rate_own_kind')
          : text.t('rate_official_kind', { platform: platformName(text, rule.platform) })}
      </p>
      {rate.value === null ? (
        <p className="rate-value rate-value-none">{text.t('rate_none_value')}</p>
      ) : (
        <p className="rate-value">{ruleValue(text, rule, rate.value)}</p>
      )}
      <RateMeter view={view} stands={stands} labelledBy={titleId} />
      <p className="verdict">
        <Glyph name={standingGlyphs[stands]} />
        <span>{ruleVerdict(text, rule, stands)}</span>
      </p>
      <div className="rate-notes">
        <Trend view={view} />
        {counts && <p>{text.t('rate_counted_line', counts)}</p>}
        <RateOutlook view={view} />
        {official && (
          <p>
            {text.t('rate_official_line', {
              platform: platformName(text, rule.platform),
              value: rule.measure === 'mean' ? text.duration(official.value * 1000) : text.percent(official.value),
            })}
            <span className="aside"> {text.t('rate_official_age', { age: text.age(now - official.at) })}</span>
          </p>
        )}
        <p className="aside">{text.t('rate_coverage_line', { share: text.percent(coverage) })}</p>
      </div>
    </article>
  );
}
