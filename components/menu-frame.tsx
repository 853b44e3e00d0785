import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu that opens below a row: its first button takes the focus, Escape closes it. Who opened it gives the focus back. */
export function MenuFrame({ onClose, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector('button')?.focus();
    // The focus alone would bring no more than its first button into sight.
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it.
    <div
      className="row-menu"
      ref={frame}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        // Unstopped, the browser would close the popup with it.
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
