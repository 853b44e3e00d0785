import { useId, useState } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { type ChosenLeads, type Leads, leadsOf } from '@/lib/rules/leads';
import type { PublishedRule } from '@/lib/rules/rule';
import { leadsTyped, leadUnit } from '@/lib/settings/reminder-fields';
import { Switch } from './switch';
import { TypedField } from './typed-field';
import { WrongLine } from './wrong-line';

interface Props {
  /** The rule's id in the list. */
  readonly id: string;
  readonly rule: Pick<PublishedRule, 'id' | 'limit' | 'presetOf'>;
  /** What it is called. */
  readonly title: string;
  readonly chosen: ChosenLeads;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  /** `null`: the usual ones again. */
  readonly onLeads: (leads: Leads | null) => void;
}

/** When before its deadline a rule, or the clock of a case, reminds, first and last. Saved when a field is left; what cannot be is refused there. */
export function LeadFields({ id, rule, title, chosen, on, onSwitch, onLeads }: Props) {
  const { t } = useText();
  const wrongId = useId();
  const unit = leadUnit(rule);
  const [first, last] = leadsOf(rule, chosen).map(seconds => String(seconds / unit));
  const [typed, setTyped] = useState<{ first?: string; last?: string }>({});
  const [isLeft, setLeft] = useState(true);
  const shown = { first: typed.first ?? first ?? '', last: typed.last ?? last ?? '' };
  const leads = leadsTyped(shown.first, shown.last, rule);
  const isWrong = isLeft && leads === null;
  const leave = () => {
    setLeft(true);
    if (!leads || (typed.first === undefined && typed.last === undefined)) return;
    setTyped({});
    onLeads(leads.join() === leadsOf(rule).join() ? null : leads);
  };
  return (
    <fieldset className="data-box" data-leads={id}>
      <legend>{title}</legend>
      <Switch name={`remind ${id}`} label={t('reminding_rule_label')} on={on} onSwitch={onSwitch} />
      <div className="clock-fields" hidden={!on}>
        {(['first', 'last'] as const).map(field => (
          <TypedField
            key={field}
            name={`${id} ${field}`}
            label={t(field === 'first' ? 'reminding_first_label' : 'reminding_last_label', {
              unit: t(unit === 1 ? 'reminding_seconds_unit' : 'reminding_minutes_unit'),
            })}
            className="short"
            inputMode="decimal"
            value={shown[field]}
            wrongId={isWrong ? wrongId : undefined}
            onType={value => {
              setLeft(false);
              setTyped(known => ({ ...known, [field]: value }));
            }}
            onLeave={leave}
          />
        ))}
        {isWrong && <WrongLine id={wrongId} wrong="reminding_leads_error" />}
      </div>
    </fieldset>
  );
}
