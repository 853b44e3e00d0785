import { useText } from '@/lib/i18n/use-text';
import { FailureLine, type ShownFailure } from './failure-line';
import { Switch } from './switch';

export interface BackupShown {
  readonly on: boolean;
  /** The copy that was saved last: of when it is (ms), and how its file is called. */
  readonly last: { readonly at: number; readonly name: string } | null;
  readonly working: boolean;
  readonly failure: ShownFailure | null;
}

interface Props {
  readonly backup: BackupShown;
  readonly onBackup: (on: boolean) => void;
}

/** The copy of everything that is saved every week by itself, where the seller wants one. */
export function BackupBox({ backup: { on, last, working, failure }, onBackup }: Props) {
  const { t, day } = useText();
  return (
    <div className="data-box">
      <h3>{t('settings_backup_title')}</h3>
      <Switch
        name="backup"
        label={t('settings_backup_label')}
        about={t('settings_backup_about')}
        on={on}
        onSwitch={onBackup}
      />
      <p role="status">
        {working && t('settings_backup_working')}
        {!working && last && t('settings_backup_last', { day: day(last.at), name: last.name })}
      </p>
      {failure && <FailureLine failure={failure} />}
    </div>
  );
}
