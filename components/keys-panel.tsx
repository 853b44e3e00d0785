import { useEffect, useRef } from 'react';
import type { MessageKey } from '@/lib/i18n/i18n-for';
import { useText } from '@/lib/i18n/use-text';

const rows: readonly (readonly [keys: readonly string[], does: MessageKey])[] = [
  [['↓', '↑'], 'popup_keys_arrows'],
  [['Enter'], 'popup_keys_enter'],
  [['1', '2'], 'popup_keys_days'],
  [['?'], 'popup_keys_help'],
];

interface Props {
  /** What opens the popup from any page; `null` where the browser has given it no keys. */
  readonly shortcut: string | null;
  readonly onClose: () => void;
}

/** Which keys do what. It takes the focus, and gives it back when it goes. */
export function KeysPanel({ shortcut, onClose }: Props) {
  const { t } = useText();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    close.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <section
      className="keys"
      aria-labelledby="keys-title"
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        // Unstopped, the browser would close the popup with it.
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="keys-title">{t('popup_keys_title')}</h2>
      <dl>
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
        {shortcut !== null && (
          <div>
            <dt>
              <kbd>{shortcut}</kbd>
            </dt>
            <dd>{t('popup_keys_open')}</dd>
          </div>
        )}
      </dl>
      <button type="button" className="quiet" ref={close} onClick={onClose}>
        {t('popup_keys_close')}
      </button>
    </section>
  );
}
