import { useText } from '@/lib/i18n/use-text';
import { FailureLine, type ShownFailure } from './failure-line';

/** The whole log, the table of rounds, or that of cases. */
export type ExportKind = 'lines' | 'table' | 'cases';

export type ExportState =
  | { readonly is: 'idle' }
  | { readonly is: 'working' }
  | { readonly is: 'failed'; readonly failure: ShownFailure };

interface Props {
  readonly state: ExportState;
  readonly onExport: (kind: ExportKind) => void;
}

/** The log as a file. */
export function ExportBox({ state, onExport }: Props) {
  const { t } = useText();
  const working = state.is === 'working';
  return (
    <div className="data-box">
      <h3>{t('settings_export_title')}</h3>
      <p>{t('settings_export_about')}</p>
      <div className="data-actions">
        <button type="button" className="quiet" disabled={working} onClick={() => onExport('lines')}>
          {t('settings_export_lines')}
        </button>
        <button type="button" className="quiet" disabled={working} onClick={() => onExport('table')}>
          {t('settings_export_table')}
        </button>
        <button type="button" className="quiet" disabled={working} onClick={() => onExport('cases')}>
          {t('settings_export_cases')}
        </button>
        <span role="status">{working && t('settings_export_working')}</span>
      </div>
      {state.is === 'failed' && <FailureLine failure={state.failure} />}
    </div>
  );
}
