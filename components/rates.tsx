import { useText } from '@/lib/i18n/use-text';
import type { ShopOverview } from '@/lib/log/overview';
import { type Days, DaysSwitch } from './days-switch';
import { RateCard } from './rate-card';
import { RateCounting } from './rate-counting';
import { rateTrust } from './rate-trust';

interface Props {
  readonly shop: ShopOverview;
  readonly now: number;
  readonly onDays: (days: Days) => void;
}

/** A shop's rates, and what they are made of. */
export function Rates({ shop: { rates, more, days, again }, now, onDays }: Props) {
  const text = useText();
  const { t, count } = text;
  if (rates.length === 0) return null;
  return (
    <section className="rates" aria-labelledby="rates-title">
      <h2 className="unseen" id="rates-title">
        {t('popup_rates_title')}
      </h2>
      <div className="rate-cards">
        {rates.map(view => (
          <RateCard key={view.rule.id} view={view} now={now} />
        ))}
      </div>
      {again && (
        <p className="rates-again" role="status">
          {t('rates_again_status', { done: count(again.done), of: count(again.of) })}
        </p>
      )}
      <div className="rates-foot">
        <RateCounting rates={rates} more={more} trust={rateTrust(text, rates, now)} />
        <DaysSwitch days={days} onDays={onDays} />
      </div>
    </section>
  );
}
