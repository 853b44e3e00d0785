import { useId, useState } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { instantOfMinute } from '@/lib/rates/zoned-minute';
import type { Holiday } from '@/lib/rules/counting';
import { WrongLine } from './wrong-line';

interface Props {
  /** IANA: whose clocks show the times. */
  readonly zone: string;
  readonly onAdd: (holiday: Holiday) => void;
}

/** A holiday from one minute to another; one that does not end after it begins is refused at its fields. */
export function HolidayFields({ zone, onAdd }: Props) {
  const { t } = useText();
  const wrongId = useId();
  const [span, setSpan] = useState({ from: '', to: '' });
  const [isTried, setTried] = useState(false);
  const [from, to] = [instantOfMinute(span.from, zone), instantOfMinute(span.to, zone)];
  const holiday = from !== null && to !== null && to > from ? { from, to } : null;
  const isWrong = holiday === null && (isTried || (from !== null && to !== null));
  return (
    <form
      className="clock-fields"
      aria-label={t('holiday_add_title')}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        setTried(holiday === null);
        if (!holiday) return;
        setSpan({ from: '', to: '' });
        onAdd(holiday);
      }}
    >
      {(['from', 'to'] as const).map(field => (
        <label key={field}>
          {t(field === 'from' ? 'settings_from_label' : 'settings_to_label')}
          <input
            name={`holiday ${field}`}
            type="datetime-local"
            aria-describedby={isWrong ? wrongId : undefined}
            aria-invalid={isWrong || undefined}
            value={span[field]}
            onChange={({ target }) => setSpan(known => ({ ...known, [field]: target.value }))}
          />
        </label>
      ))}
      <button type="submit" className="quiet">
        {t('holiday_add_action')}
      </button>
      {isWrong && <WrongLine id={wrongId} wrong="rule_holiday_error" />}
    </form>
  );
}
