import { useId } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { RateView } from '@/lib/log/overview';
import { Glyph } from './glyph';
import { rateKind } from './rate-kind';
import { RateMeter } from './rate-meter';
import { rateOutlook } from './rate-outlook';
import { ruleTitle, ruleValue, ruleVerdict } from './rate-words';
import { isAdopted, readingLine } from './reading-words';
import { standing } from './standing';
import { Trend } from './trend';

const standingGlyphs = { held: 'check', below: 'warning', none: 'ring' } as const;

/** One rate: its value, how it stands to the target, and what may become of it. */
export function RateCard({ view, now }: { readonly view: RateView; readonly now: number }) {
  const text = useText();
  const titleId = useId();
  const { rule, rate } = view;
  const stands = standing(view);
  return (
    <article className="rate" data-standing={stands} aria-labelledby={titleId}>
      <h3 id={titleId}>{ruleTitle(text, rule)}</h3>
      <p className="rate-kind">
        {rateKind(text, view, now)}
        {isAdopted(rule) && <span className="rate-reading">{readingLine(text, rule)}</span>}
      </p>
      <div className="rate-head">
        {rate.value === null ? (
          <p className="rate-value rate-value-none">{text.t('rate_none_value')}</p>
        ) : (
          <p className="rate-value">{ruleValue(text, rule, rate.value)}</p>
        )}
        <Trend view={view} />
      </div>
      <RateMeter view={view} stands={stands} labelledBy={titleId} />
      <p className="verdict">
        <Glyph name={standingGlyphs[stands]} />
        <span>{ruleVerdict(text, rule, stands)}</span>
      </p>
      <ul className="outlook">
        {rateOutlook(text, view).map(phrase => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    </article>
  );
}
