import type { PlatformId } from '@/lib/chat/shop';
import { useText } from '@/lib/i18n/use-text';
import { caseClock } from '@/lib/rules/case-clock';
import type { Leads } from '@/lib/rules/leads';
import type { RemindedRule } from '@/lib/settings/reminder-fields';
import type { Reminding } from '@/lib/settings/reminding';
import { LeadFields } from './lead-fields';
import { PromiseFields } from './promise-fields';
import { QuietFields } from './quiet-fields';
import { ruleTitle } from './rate-words';
import { SettingsSection } from './settings-section';
import { platformName } from './shop-name';
import { SoundFields, type SoundTest } from './sound-fields';
import { Switch } from './switch';

export interface RemindingProps {
  readonly reminding: Reminding;
  /** The platforms and rules of the shops that were seen. */
  readonly platforms: readonly PlatformId[];
  readonly rules: readonly RemindedRule[];
  /** The browser's own zone: what quiet hours begin with. */
  readonly zone: string;
  readonly soundTest: SoundTest;
  readonly onReminding: (change: Partial<Reminding>) => void;
  readonly onTestSound: (volume: number) => void;
}

/** When, how and of what the seller is reminded. Nothing here changes a figure. */
export function SettingsReminding({ reminding, platforms, rules, zone, soundTest, ...events }: RemindingProps) {
  const text = useText();
  const { t } = text;
  const { silentPlatforms, silentRules, leads, quiet, names, sound } = reminding;
  const { onReminding } = events;
  const leadsOf = (id: string) => ({
    id,
    chosen: leads,
    on: !silentRules.includes(id),
    onSwitch: (on: boolean) => onReminding({ silentRules: without(silentRules, id, on) }),
    onLeads: (chosen: Leads | null) => {
      const { [id]: _, ...others } = leads;
      onReminding({ leads: chosen ? { ...others, [id]: chosen } : others });
    },
  });
  return (
    <SettingsSection id="reminding" title={t('reminding_section_title')} about={t('reminding_section_about')}>
      {platforms.length > 0 && (
        <fieldset className="data-box switches">
          <legend>{t('reminding_platforms_title')}</legend>
          {platforms.map(platform => (
            <Switch
              key={platform}
              name={`remind ${platform}`}
              label={platformName(text, platform)}
              on={!silentPlatforms.includes(platform)}
              onSwitch={on => onReminding({ silentPlatforms: without(silentPlatforms, platform, on) })}
            />
          ))}
        </fieldset>
      )}
      {rules.map(({ id, rule }) => (
        <LeadFields
          key={id}
          {...leadsOf(id)}
          rule={rule}
          title={`${platformName(text, rule.platform)} · ${ruleTitle(text, rule)}`}
        />
      ))}
      <LeadFields {...leadsOf(caseClock.id)} rule={caseClock} title={t('reminding_case_title')} />
      <PromiseFields after={reminding.promiseAfter} onAfter={chosen => onReminding({ promiseAfter: chosen })} />
      <QuietFields quiet={quiet} zone={zone} onQuiet={chosen => onReminding({ quiet: chosen })} />
      <SoundFields
        sound={sound}
        test={soundTest}
        onSound={chosen => onReminding({ sound: chosen })}
        onTest={events.onTestSound}
      />
      <div className="data-box switches">
        <Switch
          name="names"
          label={t('reminding_names_label')}
          about={t('reminding_names_about')}
          on={names}
          onSwitch={on => onReminding({ names: on })}
        />
      </div>
    </SettingsSection>
  );
}

/** A list of what is silent once one of it is switched. */
const without = <T,>(silent: readonly T[], one: T, on: boolean): T[] =>
  on ? silent.filter(other => other !== one) : [...silent, one];
