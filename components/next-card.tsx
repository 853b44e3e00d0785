import { useText } from '@/lib/i18n/use-text';
import type { JudgedNext } from '@/lib/log/judged-next';
import type { PublishedRule } from '@/lib/rules/rule';
import { consequenceAbout } from './rate-about';
import { ruleValue } from './rate-words';
import { zoneTimes } from './zone-times';

interface Props {
  readonly rule: PublishedRule;
  readonly next: JudgedNext;
}

/** The figure as the platform will judge it next, and what of today's is too old by then. */
export function NextCard({ rule, next }: Props) {
  const text = useText();
  const { t } = text;
  const times = zoneTimes(text, rule.zone);
  const { rate, agesOut, ifAllAnswered, ifNoneAnswered, band } = next;
  const from = times.shortDay(next.from);
  const shown = (value: number) => ruleValue(text, rule, value);
  return (
    <section className="card next" aria-labelledby="next-title">
      <h2 id="next-title">{t('dashboard_next_title', { day: times.day(next.at) })}</h2>
      <p className="next-value" data-value={rate.value ?? undefined} data-counted={rate.counted}>
        {rate.value === null
          ? t('dashboard_next_none', { from })
          : t('dashboard_next_line', { value: shown(rate.value), from })}
      </p>
      <ul>
        {band && <li>{consequenceAbout(text, band.consequence)}</li>}
        {rate.pending > 0 && ifAllAnswered !== null && ifNoneAnswered !== null && (
          <li>{t('rate_outlook_line', { all: shown(ifAllAnswered), none: shown(ifNoneAnswered) })}</li>
        )}
        <li data-ages-out={agesOut.counted}>
          {t('dashboard_next_out', {
            count: agesOut.counted,
            onTime: agesOut.onTime,
            costly: agesOut.late + agesOut.missed,
          })}
        </li>
        {!next.enoughChats && <li>{t('dashboard_next_few')}</li>}
      </ul>
    </section>
  );
}
