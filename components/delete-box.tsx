import { useId, useState } from 'react';
import { useText } from '@/lib/i18n/use-text';

interface Props {
  readonly deleted: boolean;
  readonly onDelete: () => void;
}

/** All of it gone, after a word was typed that nobody types by mistake. */
export function DeleteBox({ deleted, onDelete }: Props) {
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
        <span role="status">{deleted && t('settings_delete_done')}</span>
      </div>
    </form>
  );
}
