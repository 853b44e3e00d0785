import { type SubmitEvent, useId, useState } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { PublishedRule } from '@/lib/rules/rule';
import { FailureLine, type ShownFailure } from './failure-line';

/** A figure as it was typed in. */
export interface FigureInput {
  /** A share between 0 and 1, or seconds of a mean; not a number where none was typed. */
  readonly value: number;
  /** ISO day in the rule's zone. */
  readonly day: string;
  /** Days it covers; absent where none were typed. */
  readonly days?: number;
}

interface Props {
  readonly measure: PublishedRule['measure'];
  /** Today's ISO day in the rule's zone. */
  readonly today: string;
  readonly onType: (figure: FigureInput) => Promise<ShownFailure | null>;
}

/** Where a seller types in what the platform's page shows. */
export function OfficialForm({ measure, today, onType }: Props) {
  const { t } = useText();
  const [valueId, dayId, daysId] = [useId(), useId(), useId()];
  const [value, setValue] = useState('');
  const [day, setDay] = useState(today);
  const [days, setDays] = useState('');
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = numberIn(value);
    const figure = {
      value: measure === 'share' ? typed / 100 : typed,
      day,
      ...(days.trim() !== '' && { days: numberIn(days) }),
    };
    void onType(figure).then(refused => {
      setFailure(refused);
      if (!refused) setValue('');
    });
  };
  return (
    <form className="official-form" onSubmit={keep} noValidate>
      <div className="choice-field">
        <label htmlFor={valueId}>{t(measure === 'share' ? 'dashboard_type_percent' : 'dashboard_type_seconds')}</label>
        <input
          id={valueId}
          inputMode="decimal"
          autoComplete="off"
          size={10}
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
      </div>
      <div className="choice-field">
        <label htmlFor={dayId}>{t('dashboard_type_date')}</label>
        <input id={dayId} type="date" max={today} value={day} onChange={({ target }) => setDay(target.value)} />
      </div>
      <div className="choice-field">
        <label htmlFor={daysId}>{t('dashboard_type_days')}</label>
        <input
          id={daysId}
          inputMode="numeric"
          autoComplete="off"
          size={6}
          value={days}
          onChange={({ target }) => setDays(target.value)}
        />
      </div>
      <button type="submit" className="primary">
        {t('dashboard_type_action')}
      </button>
      {failure && <FailureLine failure={failure} />}
    </form>
  );
}

/** A number however its decimals are written, "92,5 %" as "92.5"; not a number for anything else. */
function numberIn(text: string): number {
  const plain = text.replace('%', '').replace(',', '.').trim();
  return plain === '' ? Number.NaN : Number(plain);
}
