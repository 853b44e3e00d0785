import type { ReactNode } from 'react';

interface Props {
  /** Where links within the page lead to. */
  readonly id: string;
  readonly title: string;
  readonly about?: string | undefined;
  readonly children: ReactNode;
}

/** A part of the settings under its title. */
export function SettingsSection({ id, title, about, children }: Props) {
  return (
    <section className="settings-section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {about && <p className="settings-about">{about}</p>}
      {children}
    </section>
  );
}
