import type { InputHTMLAttributes } from 'react';

interface Props extends Pick<InputHTMLAttributes<HTMLInputElement>, 'className' | 'inputMode' | 'list'> {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** The id of the line that says why the value cannot be; absent: it can. */
  readonly wrongId: string | undefined;
  readonly onType: (value: string) => void;
  /** The field is left, or Enter pressed in it. */
  readonly onLeave: () => void;
}

/** A field whose value is judged and saved when it is left. */
export function TypedField({ label, wrongId, onType, onLeave, ...input }: Props) {
  return (
    <label>
      {label}
      <input
        {...input}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={wrongId}
        aria-invalid={wrongId === undefined ? undefined : true}
        onChange={({ target }) => onType(target.value)}
        onBlur={onLeave}
        onKeyDown={({ key }) => {
          if (key === 'Enter') onLeave();
        }}
      />
    </label>
  );
}
