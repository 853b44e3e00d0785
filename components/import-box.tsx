import { useId } from 'react';
import { useText } from '@/lib/i18n/use-text';
import type { ImportProgress } from '@/lib/log/import-file';
import { FailureLine, type ShownFailure } from './failure-line';

export type ImportState =
  | { readonly is: 'idle' }
  | { readonly is: 'working'; readonly progress: ImportProgress | null }
  | { readonly is: 'done'; readonly rows: number }
  | { readonly is: 'failed'; readonly failure: ShownFailure };

interface Props {
  readonly state: ImportState;
  readonly onImport: (file: File) => void;
}

/** A file of another Lekas, taken in beside what is here. */
export function ImportBox({ state, onImport }: Props) {
  const { t, count } = useText();
  const id = useId();
  const working = state.is === 'working';
  const progress = working ? state.progress : null;
  return (
    <div className="data-box">
      <h3>{t('settings_import_title')}</h3>
      <p>{t('settings_import_about')}</p>
      <div className="data-actions">
        <input
          id={id}
          type="file"
          className="unseen"
          accept=".jsonl,application/jsonl"
          disabled={working}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onImport(file);
            // The same file may be chosen again.
            target.value = '';
          }}
        />
        <label className="quiet file-label" htmlFor={id}>
          {t('settings_import_action')}
        </label>
        {progress && progress.of !== null && <progress value={progress.rows} max={progress.of} aria-hidden="true" />}
        <span role="status">
          {progress?.of === null && t('settings_import_checking', { rows: count(progress.rows) })}
          {progress &&
            progress.of !== null &&
            t('settings_import_adding', { rows: count(progress.rows), of: count(progress.of) })}
          {state.is === 'done' && t('settings_import_done', { count: state.rows })}
        </span>
      </div>
      {state.is === 'failed' && <FailureLine failure={state.failure} />}
    </div>
  );
}
