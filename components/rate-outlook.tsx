import { useText } from '@/lib/i18n/use-text';
import type { RateView } from '@/lib/log/overview';
import { ruleValue } from './rate-words';

/** What may still go wrong or be won back, and what those who wait will make of the rate. */
export function RateOutlook({ view }: { readonly view: RateView }) {
  const text = useText();
  const { rule, rate, missesLeft, answersToRegain, ifAllAnswered, ifNoneAnswered } = view;
  const waits = rate.pending > 0 && ifAllAnswered !== null && ifNoneAnswered !== null;
  return (
    <>
      {missesLeft !== null && <p>{text.t('rate_missesLeft_line', { count: missesLeft })}</p>}
      {answersToRegain !== null && <p>{text.t('rate_regain_line', { count: answersToRegain })}</p>}
      {waits && (
        <dl className="what-if">
          <dt>{text.t('rate_ifAll_line')}</dt>
          <dd>{ruleValue(text, rule, ifAllAnswered)}</dd>
          <dt>{text.t('rate_ifNone_line')}</dt>
          <dd>{ruleValue(text, rule, ifNoneAnswered)}</dd>
        </dl>
      )}
    </>
  );
}
