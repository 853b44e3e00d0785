import { useId, useState } from 'react';
import { useText } from '@/lib/i18n/use-text';

export interface DeleteBoxProps {
  /** How the last try has ended; absent: there was none, or it is under way. */
  readonly deleted?: 'done' | 'failed' | undefined;
  readonly onDelete: () => void;
}

/** All of it gone, after a word was typed that nobody types by mistake. */
export function DeleteBox({ deleted, onDelete }: DeleteBoxProps) {
  const { t, locale } = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const word = t('settings_delete_word');
  const isMeant = typed.trim().normalize().toLocaleLowerCase(locale) === word.normalize();
  return (
    <form
      className="data-box delete-box"
      onSubmit={event => {
        event.preventDefault();
        if (!isMeant) return;
        setTyped('');
        onDelete();
      }}
    >
      <h3>{t('settings_delete_title')}</h3>
      <p>{t('settings_delete_about')}</p>
      <div className="data-actions">
        <label htmlFor={id}>{t('settings_delete_label', { word })}</label>
        <input id={id} value={typed} autoComplete="off" onChange={({ target }) => setTyped(target.value)} />
        <button type="submit" className="danger" disabled={!isMeant}>
          {t('settings_delete_action')}
        </button>
        <span role="status">
          {deleted && t(deleted === 'done' ? 'settings_delete_done' : 'settings_notDeleted_error')}
        </span>
      </div>
    </form>
  );
}
