import { useId } from 'react';
import { useText } from '@/lib/i18n/use-text';

/** The windows a seller may look through. */
export const dayChoices = [7, 30] as const;
export type Days = (typeof dayChoices)[number];

interface Props {
  readonly days: number;
  readonly onDays: (days: Days) => void;
}

/** Seven days or the rule's thirty. */
export function DaysSwitch({ days, onDays }: Props) {
  const { t } = useText();
  const name = useId();
  return (
    <fieldset className="days-switch">
      <legend className="unseen">{t('popup_days_label')}</legend>
      {dayChoices.map(choice => (
        <label key={choice}>
          <input type="radio" name={name} checked={choice === days} onChange={() => onDays(choice)} />
          <span>{t('popup_days_option', { days: choice })}</span>
        </label>
      ))}
    </fieldset>
  );
}
