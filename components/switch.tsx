import { useId } from 'react';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly about?: string | undefined;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** Something that is on or off, and says what that means. */
export function Switch({ name, label, about, on, onSwitch }: Props) {
  const aboutId = useId();
  return (
    <div className="switch">
      <label>
        <input
          type="checkbox"
          name={name}
          checked={on}
          aria-describedby={about ? aboutId : undefined}
          onChange={({ target }) => onSwitch(target.checked)}
        />
        <span>{label}</span>
      </label>
      {about && <p id={aboutId}>{about}</p>}
    </div>
  );
}
