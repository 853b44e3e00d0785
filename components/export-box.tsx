import { useText } from '@/lib/i18n/use-text';

/** The whole log, the table of rounds, or that of cases. */
export type ExportKind = 'lines' | 'table' | 'cases';

interface Props {
  readonly working: ExportKind | null;
  readonly onExport: (kind: ExportKind) => void;
}

/** The log as a file. */
export function ExportBox({ working, onExport }: Props) {
  const { t } = useText();
  return (
    <div className="data-box">
      <h3>{t('settings_export_title')}</h3>
      <p>{t('settings_export_about')}</p>
      <div className="data-actions">
        <button type="button" className="quiet" disabled={working !== null} onClick={() => onExport('lines')}>
          {t('settings_export_lines')}
        </button>
        <button type="button" className="quiet" disabled={working !== null} onClick={() => onExport('table')}>
          {t('settings_export_table')}
        </button>
        <button type="button" className="quiet" disabled={working !== null} onClick={() => onExport('cases')}>
          {t('settings_export_cases')}
        </button>
        <span role="status">{working !== null && t('settings_export_working')}</span>
      </div>
    </div>
  );
}
