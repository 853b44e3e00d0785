import { useId, useState } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { instantOfMinute } from '@/lib/rates/zoned-minute';
import type { Counting, Holiday } from '@/lib/rules/counting';
import { rulesFor } from '@/lib/rules/rules-for';
import { holidayAt, openedAt, withHoliday, withoutHoliday } from '@/lib/settings/holiday-edits';
import { Glyph } from './glyph';
import { HolidayFields } from './holiday-fields';
import { recountWords } from './recount-words';
import type { CountedShop, CountingChange } from './settings-counting';

interface Props {
  readonly shop: CountedShop;
  /** ms. */
  readonly now: number;
  readonly recounts: (after: Counting) => readonly string[];
  readonly onCounting: (change: CountingChange) => void;
}

/** When the shop is closed: holiday mode at one tap, and the holidays before and to come. */
export function HolidayBox({ shop: { shop, counting, conversations }, now, recounts, onCounting }: Props) {
  const text = useText();
  const { t } = text;
  const untilId = useId();
  const [until, setUntil] = useState('');
  const zone = rulesFor(shop, counting).rules[0]?.zone ?? 'UTC';
  const current = holidayAt(counting, now);
  const end = until === '' ? null : instantOfMinute(until, zone);
  const isWrong = until !== '' && (end === null || end <= now);
  const others = (counting.holidays ?? []).filter(holiday => holiday !== current);
  const next = current ? openedAt(counting, now) : withHoliday(counting, { from: now, to: end });
  const about = recountWords(text, { shop, conversations, after: next, recounts: recounts(next) });
  const span = ({ from, to }: Holiday) =>
    to === null
      ? t('holiday_open_line', { from: text.moment(from, zone) })
      : t('holiday_span_line', { from: text.moment(from, zone), to: text.moment(to, zone) });
  return (
    <section className="data-box holiday-box" aria-labelledby={`${untilId}-title`} data-holiday={current !== undefined}>
      <h3 id={`${untilId}-title`}>{t('holiday_mode_title')}</h3>
      <p>{t('holiday_mode_about', { zone })}</p>
      {current ? (
        <div className="data-actions">
          <strong>
            <Glyph name="same" /> {t('holiday_on_status', { span: span(current) })}
          </strong>
          <button type="button" className="primary" onClick={() => onCounting(openedAt)}>
            {t('holiday_off_action')}
          </button>
        </div>
      ) : (
        <div className="data-actions">
          <label htmlFor={untilId}>{t('holiday_until_label')}</label>
          <input
            id={untilId}
            name="holiday until"
            type="datetime-local"
            aria-describedby={`${untilId}-about`}
            aria-invalid={isWrong || undefined}
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
          <button
            type="button"
            className="primary"
            disabled={isWrong}
            onClick={() => {
              setUntil('');
              onCounting((so, at) => withHoliday(so, { from: at, to: end }));
            }}
          >
            {t('holiday_on_action')}
          </button>
        </div>
      )}
      <p id={`${untilId}-about`}>{isWrong ? t('rule_holiday_error') : (about ?? t('holiday_recounts_none'))}</p>
      {others.length > 0 && (
        <ul className="plain-list">
          {others.map(holiday => (
            <li key={`${holiday.from} ${holiday.to}`}>
              <span>{span(holiday)}</span>
              <button
                type="button"
                className="quiet"
                aria-label={t('holiday_remove_label', { span: span(holiday) })}
                onClick={() => onCounting(so => withoutHoliday(so, holiday))}
              >
                {t('settings_remove_action')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <HolidayFields zone={zone} onAdd={holiday => onCounting(so => withHoliday(so, holiday))} />
    </section>
  );
}
