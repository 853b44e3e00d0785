import { useId } from 'react';
import { setAsideReasons } from '@/lib/chat/set-aside';
import { useText } from '@/lib/i18n/use-text';
import type { ChatMark } from '@/lib/log/overview';
import { asideWords } from './aside-words';
import { MenuFrame } from './menu-frame';

interface Props {
  /** Who waits, as the row names him. */
  readonly buyer: string;
  readonly onMark: (mark: ChatMark) => void;
  readonly onClose: () => void;
}

/** What can be said of a chat that waits. */
export function RowMenu({ buyer, onMark, onClose }: Props) {
  const { t } = useText();
  const titleId = useId();
  const aboutId = useId();
  return (
    <MenuFrame onClose={onClose}>
      <h3 id={titleId}>{t('aside_menu_title', { buyer })}</h3>
      <p id={aboutId}>{t('aside_menu_about')}</p>
      <ul aria-labelledby={titleId} aria-describedby={aboutId}>
        {setAsideReasons.map(reason => (
          <li key={reason}>
            <button type="button" className="quiet" data-mark={reason} onClick={() => onMark({ setAside: reason })}>
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
    </MenuFrame>
  );
}
