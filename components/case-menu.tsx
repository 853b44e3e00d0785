import { useId } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { CaseSnooze } from './case-row';
import { MenuFrame } from './menu-frame';

interface Props {
  readonly label: string;
  readonly isSnoozed: boolean;
  readonly onSnooze: (minutes: CaseSnooze) => void;
  readonly onChange: () => void;
  readonly onClose: () => void;
}

const choices = [15, 60] as const;

/** What can be done with a case besides being done with it. */
export function CaseMenu({ label, isSnoozed, onSnooze, onChange, onClose }: Props) {
  const { t, duration } = useText();
  const titleId = useId();
  return (
    <MenuFrame onClose={onClose}>
      <h3 id={titleId} className="unseen">
        {t('case_more_label', { label })}
      </h3>
      <ul aria-labelledby={titleId}>
        <li>
          <button type="button" className="quiet" data-case-action="change" onClick={onChange}>
            {t('case_change_action')}
          </button>
        </li>
        {isSnoozed && (
          <li>
            <button type="button" className="quiet" data-case-action="unsnooze" onClick={() => onSnooze(0)}>
              {t('case_unsnooze_action')}
            </button>
          </li>
        )}
        {!isSnoozed &&
          choices.map(minutes => (
            <li key={minutes}>
              <button
                type="button"
                className="quiet"
                data-case-action={`snooze ${minutes}`}
                onClick={() => onSnooze(minutes)}
              >
                {t('case_snooze_action', { duration: duration(minutes * 60_000) })}
              </button>
            </li>
          ))}
        <li>
          <button type="button" className="quiet" onClick={onClose}>
            {t('case_cancel_action')}
          </button>
        </li>
      </ul>
    </MenuFrame>
  );
}
