import type { ReactNode } from 'react';

interface Props {
  /** The id of what the table is called by. */
  readonly labelledBy: string;
  readonly children: ReactNode;
}

/** Around a table that may be wider than a narrow window: it is scrolled there, by keyboard too. */
export function TableFrame({ labelledBy, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse.
    <fieldset className="table-frame" tabIndex={0} aria-labelledby={labelledBy}>
      {children}
    </fieldset>
  );
}
