import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { FailureBoundary } from '@/components/failure-boundary';
import type { ShownFailure } from '@/components/failure-line';
import { SettingsView } from '@/components/settings-view';
import { useNow } from '@/components/use-now';
import { pickLocale } from '@/lib/i18n/pick-locale';
import { TextProvider } from '@/lib/i18n/text-provider';
import type { LogDb } from '@/lib/log/log-db';
import { usualKeepDays } from '@/lib/log/retention';
import { shopsCounted } from '@/lib/log/shops-counted';
import { usedBy } from '@/lib/log/used-by';
import { whatRecounts } from '@/lib/log/what-recounts';
import { sendMessage } from '@/lib/messaging/messenger';
import { changeCounting, onSettings, type Settings, saveSettings } from '@/lib/settings/settings';
import { useData } from './use-data';

interface Props {
  readonly db: LogDb;
  readonly settings: Settings;
}

const minuteMs = 60_000;

/** The settings page over settings and log. */
export function OptionsPage({ db, settings: stored }: Props) {
  const [settings, setSettings] = useState(stored);
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  const used = useLiveQuery(() => usedBy(db), [db], null);
  const shops = useLiveQuery(() => shopsCounted(db), [db], null);
  const now = useNow(minuteMs / 6);
  const data = useData(db);
  const locale = pickLocale(settings.locale, navigator.languages);

  useEffect(() => {
    const end = new AbortController();
    onSettings(setSettings, end.signal);
    return () => end.abort();
  }, []);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const told = (saving: Promise<void>) =>
    saving.then(
      () => setFailure(null),
      () => setFailure({ key: 'settings_unsaved_error' }),
    );
  const save = (change: Partial<Settings>) => told(saveSettings(change));
  return (
    <TextProvider locale={locale}>
      <FailureBoundary>
        <SettingsView
          failure={failure}
          counting={{
            shops: shops?.map(row => ({ ...row, counting: settings.counting?.[row.shop] ?? {} })) ?? null,
            now,
            recounts: whatRecounts,
            onCounting: (shop, change) => void told(changeCounting(shop, change)),
          }}
          data={{
            ...data,
            used,
            keepDays: settings.keepDays ?? usualKeepDays,
            onKeepDays: keepDays => void save({ keepDays }).then(() => sendMessage('retain')),
          }}
          onLocale={chosen => void save({ locale: chosen })}
        />
      </FailureBoundary>
    </TextProvider>
  );
}
