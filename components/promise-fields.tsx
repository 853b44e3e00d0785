import { useId, useState } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { promiseTyped } from '@/lib/settings/reminder-fields';
import { type Reminding, usualReminding } from '@/lib/settings/reminding';
import { Switch } from './switch';
import { TypedField } from './typed-field';
import { WrongLine } from './wrong-line';

interface Props {
  /** Seconds; `null`: of promises nothing is said. */
  readonly after: Reminding['promiseAfter'];
  readonly onAfter: (after: Reminding['promiseAfter']) => void;
}

/** How long after a promise of an answer that has not come the seller is reminded of it. Saved when the field is left. */
export function PromiseFields({ after, onAfter }: Props) {
  const { t } = useText();
  const wrongId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(true);
  const shown = typed ?? String(after ?? usualReminding.promiseAfter);
  const seconds = promiseTyped(shown);
  const isWrong = isLeft && seconds === null;
  return (
    <fieldset className="data-box" data-promises="">
      <legend>{t('reminding_promise_title')}</legend>
      <Switch
        name="remind promises"
        label={t('reminding_promise_label')}
        about={t('reminding_promise_about')}
        on={after !== null}
        onSwitch={on => onAfter(on ? usualReminding.promiseAfter : null)}
      />
      <div className="clock-fields" hidden={after === null}>
        <TypedField
          name="promise after"
          label={t('reminding_promise_after')}
          className="short"
          inputMode="numeric"
          value={shown}
          wrongId={isWrong ? wrongId : undefined}
          onType={value => {
            setLeft(false);
            setTyped(value);
          }}
          onLeave={() => {
            setLeft(true);
            if (typed === null || seconds === null) return;
            setTyped(null);
            onAfter(seconds);
          }}
        />
        {isWrong && <WrongLine id={wrongId} wrong="reminding_promise_error" />}
      </div>
    </fieldset>
  );
}
