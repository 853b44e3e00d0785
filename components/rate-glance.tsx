import { useId } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { RateView } from '@/lib/log/overview';
import { RateMeter } from './rate-meter';
import { ruleTitle, ruleValue } from './rate-words';
import { standing } from './standing';

/** A rate in a word and a bar: named by its limit to the eye, in full to a screen reader. */
export function RateGlance({ view }: { readonly view: Pick<RateView, 'rule' | 'rate' | 'firstDeadline'> }) {
  const text = useText();
  const titleId = useId();
  const { rule, rate } = view;
  const stands = standing(view);
  const title = ruleTitle(text, rule);
  return (
    <div className="rate-glance" data-standing={stands} title={title}>
      <span id={titleId} className="unseen">
        {title}
      </span>
      <span aria-hidden="true">{rule.limit === undefined ? title : text.duration(rule.limit * 1000)}</span>{' '}
      <strong>{rate.value === null ? '–' : ruleValue(text, rule, rate.value)}</strong>
      <RateMeter view={view} stands={stands} labelledBy={titleId} />
    </div>
  );
}
