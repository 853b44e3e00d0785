import { useEffect, useId, useRef } from 'react';
import { setAsideReasons } from '@/lib/chat/set-aside';
import { useText } from '@/lib/i18n/use-text';
import type { ChatMark } from '@/lib/log/overview';
import { asideWords } from './aside-words';

interface Props {
  /** Who waits, as the row names him. */
  readonly buyer: string;
  readonly onMark: (mark: ChatMark) => void;
  readonly onClose: () => void;
}

/** What can be said of a chat that waits. It takes the focus; who opened it gives it back. */
export function RowMenu({ buyer, onMark, onClose }: Props) {
  const { t } = useText();
  const titleId = useId();
  const aboutId = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it.
    <div
      className="row-menu"
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        // Unstopped, the browser would close the popup with it.
        event.preventDefault();
        onClose();
      }}
    >
      <h3 id={titleId}>{t('aside_menu_title', { buyer })}</h3>
      <p id={aboutId}>{t('aside_menu_about')}</p>
      <ul aria-labelledby={titleId} aria-describedby={aboutId}>
        {setAsideReasons.map((reason, index) => (
          <li key={reason}>
            <button
              type="button"
              className="quiet"
              ref={index === 0 ? first : undefined}
              data-mark={reason}
              onClick={() => onMark({ setAside: reason })}
            >
              {t(asideWords[reason])}
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="quiet" data-mark="blocked" onClick={() => onMark({ blocked: true })}>
            {t('aside_blocked_reason')}
          </button>
        </li>
        <li>
          <button type="button" className="quiet" onClick={onClose}>
            {t('aside_cancel_action')}
          </button>
        </li>
      </ul>
    </div>
  );
}
