import { useState } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { Counting } from '@/lib/rules/counting';
import { type CountingEdits, countingForm, fieldOf } from '@/lib/settings/counting-form';
import { recountWords } from './recount-words';
import { RuleFields } from './rule-fields';
import { Setting } from './setting';
import type { CountedShop } from './settings-counting';
import { zoneListId } from './zone-list';

interface Props {
  readonly shop: CountedShop;
  /** ms. */
  readonly now: number;
  readonly recounts: (after: Counting) => readonly string[];
  readonly onSave: (counting: Counting) => void;
}

/** A shop's rules and its zone. Before anything is saved it says what that will count anew. */
export function RulesForm({ shop: { shop, counting: before, conversations }, now, recounts, onSave }: Props) {
  const text = useText();
  const { t } = text;
  const [edits, setEdits] = useState<CountingEdits>({});
  // Half a word is no fault yet: while a field is typed in, it is not called wrong unless it was to be saved.
  const [typedIn, setTypedIn] = useState<string | null>(null);
  const form = countingForm(shop, before, edits);
  const { counting, isChanged, isWrong, zone, marketZone, wrongZone, rules } = form;
  const edit = (name: string, value: string) => {
    setTypedIn(name);
    setEdits(known => ({ ...known, [name]: value }));
  };
  return (
    <form
      className="rules-form"
      noValidate
      onBlur={() => setTypedIn(null)}
      onSubmit={event => {
        event.preventDefault();
        setTypedIn(null);
        if (!isChanged || isWrong) return;
        setEdits({});
        onSave(counting);
      }}
    >
      <Setting
        label={t('counting_zone_label')}
        about={
          wrongZone
            ? undefined
            : t('counting_zone_about', { zone: marketZone, clock: text.moment(now, zone.trim() || marketZone) })
        }
        wrong={typedIn === 'zone' ? undefined : wrongZone}
      >
        {ids => (
          <input
            {...ids}
            name="zone"
            list={zoneListId}
            autoComplete="off"
            spellCheck={false}
            placeholder={marketZone}
            value={zone}
            onChange={({ target }) => edit('zone', target.value)}
          />
        )}
      </Setting>
      {rules.map(rule => (
        <RuleFields
          key={rule.id}
          rule={rule}
          typedIn={typedIn}
          onEdit={(field, value) => edit(fieldOf(rule.id, field), value)}
        />
      ))}
      <div className="form-end" data-changed={isChanged}>
        <p role="status">
          {isWrong
            ? t('counting_wrong_status')
            : isChanged
              ? (recountWords(text, { shop, conversations, after: counting, recounts: recounts(counting) }) ??
                t('counting_recounts_none'))
              : t('counting_same_status')}
        </p>
        <button type="submit" className="primary" disabled={!isChanged}>
          {t('settings_save_action')}
        </button>
        <button type="button" className="quiet" disabled={!isChanged} onClick={() => setEdits({})}>
          {t('settings_discard_action')}
        </button>
      </div>
    </form>
  );
}
