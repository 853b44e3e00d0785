import { type ReactNode, useId } from 'react';

interface Props {
  readonly label: string;
  readonly about?: string | undefined;
  /** The control; it takes the ids that name and describe it. */
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby': string | undefined }) => ReactNode;
}

/** One thing that can be set: its name, what it means or recalculates, and its control. */
export function Setting({ label, about, children }: Props) {
  const id = useId();
  const aboutId = useId();
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': about ? aboutId : undefined })}
      {about && <p id={aboutId}>{about}</p>}
    </div>
  );
}
