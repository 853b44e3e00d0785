import { type ReactNode, useId } from 'react';
import type { MessageKey } from '@/lib/i18n/i18n-for';
import { WrongLine } from './wrong-line';

interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface Props {
  readonly label: string;
  readonly about?: string | undefined;
  /** Why what the control holds cannot be. */
  readonly wrong?: MessageKey | undefined;
  /** The control; it takes the ids that name and describe it. */
  readonly children: (ids: ControlIds) => ReactNode;
}

/** One thing that can be set: its name, what it means or recalculates, its control, and what is wrong with its value. */
export function Setting({ label, about, wrong, children }: Props) {
  const id = useId();
  const aboutId = useId();
  const wrongId = useId();
  const describedBy = [about && aboutId, wrong && wrongId].filter(Boolean).join(' ');
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': wrong ? true : undefined })}
      {wrong && <WrongLine id={wrongId} wrong={wrong} />}
      {about && <p id={aboutId}>{about}</p>}
    </div>
  );
}
