import { useId } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { PublishedRule, Rule } from '@/lib/rules/rule';
import { fieldOf, type RuleField, type RuleForm } from '@/lib/settings/counting-form';
import { ruleAbout, ruleTarget, ruleTitle } from './rate-words';
import { Setting } from './setting';
import { WrongLine } from './wrong-line';

interface Props {
  readonly rule: RuleForm;
  /** The name of the field that is being typed in; see `fieldOf`. */
  readonly typedIn: string | null;
  readonly onEdit: (field: RuleField, value: string) => void;
}

const unitWords = {
  message: 'counting_unit_message',
  round: 'counting_unit_round',
  'first-response': 'counting_unit_first',
  'whole-session': 'counting_unit_session',
} as const satisfies Record<Rule['unit'], string>;

/** What of one rule can be set: which reading of it counts, its target, and when it counts. */
export function RuleFields({ rule, typedIn, onEdit }: Props) {
  const { plain, readings, target, hours, from, to, unit, wrong, id } = rule;
  const text = useText();
  const { t } = text;
  const titleId = useId();
  const hoursId = useId();
  const name = (field: RuleField) => fieldOf(id, field);
  const isTyped = (...fields: RuleField[]) => fields.some(field => name(field) === typedIn);
  const wrongHours = isTyped('from', 'to') ? undefined : wrong.hours;
  const [listed = plain] = readings;
  const hoursIn = (of: PublishedRule) =>
    of.hours
      ? t('counting_hours_span', { from: text.timeOfDay(of.hours.from), to: text.timeOfDay(of.hours.to) })
      : t('counting_hours_always');
  return (
    <section className="rule-fields" aria-labelledby={titleId} data-rule={id}>
      <h3 id={titleId}>{ruleTitle(text, listed)}</h3>
      {readings.length > 1 ? (
        <Setting label={t('counting_reading_label')} about={ruleAbout(text, plain) ?? undefined} wrong={wrong.reading}>
          {ids => (
            <select
              {...ids}
              name={name('reading')}
              value={plain.id}
              onChange={event => onEdit('reading', event.target.value)}
            >
              {readings.map(reading => (
                <option key={reading.id} value={reading.id}>
                  {ruleTitle(text, reading)}
                </option>
              ))}
            </select>
          )}
        </Setting>
      ) : (
        <p className="rule-about">{ruleAbout(text, plain)}</p>
      )}
      {unit !== null && <p className="rule-about">{t('counting_unit_line', { unit: t(unitWords[unit]) })}</p>}
      <Setting
        label={t(plain.measure === 'share' ? 'counting_target_label' : 'counting_meanTarget_label')}
        about={t(plain.targetIs === 'ours' ? 'counting_target_ours' : 'counting_target_theirs', {
          target: ruleTarget(text, plain),
        })}
        wrong={isTyped('target') ? undefined : wrong.target}
      >
        {ids => (
          <input
            {...ids}
            name={name('target')}
            className="short"
            inputMode="decimal"
            autoComplete="off"
            value={target}
            onChange={event => onEdit('target', event.target.value)}
          />
        )}
      </Setting>
      <Setting label={t('counting_hours_label')}>
        {ids => (
          <select {...ids} name={name('hours')} value={hours} onChange={event => onEdit('hours', event.target.value)}>
            <option value="rule">{t('counting_hours_rule', { hours: hoursIn(plain) })}</option>
            {plain.hours && <option value="always">{t('counting_hours_always')}</option>}
            <option value="own">{t('counting_hours_own')}</option>
          </select>
        )}
      </Setting>
      {hours === 'own' && (
        <div className="clock-fields">
          {(['from', 'to'] as const).map(field => (
            <label key={field}>
              {t(field === 'from' ? 'settings_from_label' : 'settings_to_label')}
              <input
                name={name(field)}
                className="short"
                autoComplete="off"
                placeholder={field === 'from' ? '08:00' : '22:00'}
                aria-describedby={wrongHours ? hoursId : undefined}
                aria-invalid={wrongHours ? true : undefined}
                value={field === 'from' ? from : to}
                onChange={event => onEdit(field, event.target.value)}
              />
            </label>
          ))}
          {wrongHours && <WrongLine id={hoursId} wrong={wrongHours} />}
        </div>
      )}
    </section>
  );
}
