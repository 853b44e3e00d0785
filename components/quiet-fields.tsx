import { useId, useState } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { quietTyped } from '@/lib/settings/reminder-fields';
import { type QuietHours, quietFault } from '@/lib/settings/reminding';
import { Switch } from './switch';
import { TypedField } from './typed-field';
import { WrongLine } from './wrong-line';
import { zoneListId } from './zone-list';

interface Props {
  readonly quiet: QuietHours | null;
  /** IANA: the zone that quiet hours begin with. */
  readonly zone: string;
  readonly onQuiet: (quiet: QuietHours | null) => void;
}

const fields = [
  ['from', 'settings_from_label'],
  ['to', 'settings_to_label'],
  ['zone', 'counting_zone_label'],
] as const;

/** The hours in which nothing is said. Saved when a field is left; what cannot be is refused there. */
export function QuietFields({ quiet, zone, onQuiet }: Props) {
  const { t } = useText();
  const wrongId = useId();
  const [typed, setTyped] = useState<Partial<QuietHours>>({});
  const [isLeft, setLeft] = useState(true);
  const shown = { from: '22:00', to: '07:00', zone, ...quiet, ...typed };
  const wished = quietTyped(shown);
  const fault = isLeft ? quietFault(wished) : null;
  const leave = () => {
    setLeft(true);
    if (Object.keys(typed).length === 0 || quietFault(wished)) return;
    setTyped({});
    onQuiet(wished);
  };
  return (
    <fieldset className="data-box">
      <legend>{t('quiet_hours_title')}</legend>
      <Switch
        name="quiet"
        label={t('quiet_on_label')}
        about={t('quiet_on_about')}
        on={quiet !== null}
        onSwitch={on => {
          setTyped({});
          onQuiet(on ? { from: '22:00', to: '07:00', zone } : null);
        }}
      />
      {quiet !== null && (
        <div className="clock-fields">
          {fields.map(([field, label]) => {
            const isWrong = fault !== null && (fault === 'zone') === (field === 'zone');
            return (
              <TypedField
                key={field}
                name={`quiet ${field}`}
                label={t(label)}
                className={field === 'zone' ? undefined : 'short'}
                list={field === 'zone' ? zoneListId : undefined}
                value={shown[field]}
                wrongId={isWrong ? wrongId : undefined}
                onType={value => {
                  setLeft(false);
                  setTyped(known => ({ ...known, [field]: value }));
                }}
                onLeave={leave}
              />
            );
          })}
          {fault && <WrongLine id={wrongId} wrong={fault === 'zone' ? 'rule_zone_error' : 'rule_hours_error'} />}
        </div>
      )}
    </fieldset>
  );
}
