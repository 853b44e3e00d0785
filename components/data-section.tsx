import { useText } from '@/lib/i18n/use-text';
import type { UsedBy } from '@/lib/log/used-by';
import { BackupBox, type BackupShown } from './backup-box';
import { DeleteBox, type DeleteBoxProps } from './delete-box';
import { ExportBox, type ExportKind, type ExportState } from './export-box';
import { ImportBox, type ImportState } from './import-box';
import { Setting } from './setting';
import { SettingsSection } from './settings-section';
import { UsedTable } from './used-table';

/** Days that messages may be kept. */
export const keepChoices = [90, 180, 400, 800] as const;

export interface DataProps {
  /** `null` until it was counted. */
  readonly used: readonly UsedBy[] | null;
  /** Bytes; `null` where the browser does not say. */
  readonly bytes: number | null;
  readonly keepDays: number;
  readonly exporting: ExportState;
  readonly importing: ImportState;
  readonly backup: BackupShown;
  readonly deleted?: DeleteBoxProps['deleted'];
  readonly onExport: (kind: ExportKind) => void;
  readonly onImport: (file: File) => void;
  readonly onBackup: (on: boolean) => void;
  readonly onKeepDays: (days: number) => void;
  readonly onDelete: () => void;
}

/** What is kept, and how it is taken along, taken in, or let go of. */
export function DataSection({ used, bytes, keepDays, ...rest }: DataProps) {
  const { t } = useText();
  return (
    <SettingsSection id="data" title={t('settings_data_title')} about={t('settings_data_about')}>
      <UsedTable used={used} bytes={bytes} />
      <ExportBox state={rest.exporting} onExport={rest.onExport} />
      <ImportBox state={rest.importing} onImport={rest.onImport} />
      <BackupBox backup={rest.backup} onBackup={rest.onBackup} />
      <Setting label={t('settings_keep_label')} about={t('settings_keep_about')}>
        {ids => (
          <select {...ids} value={keepDays} onChange={({ target }) => rest.onKeepDays(Number(target.value))}>
            {[...new Set([...keepChoices, keepDays])]
              .sort((a, b) => a - b)
              .map(days => (
                <option key={days} value={days}>
                  {t('settings_keep_days', { days })}
                </option>
              ))}
          </select>
        )}
      </Setting>
      <DeleteBox deleted={rest.deleted} onDelete={rest.onDelete} />
    </SettingsSection>
  );
}
