import { useState } from 'react';
import { FailureBoundary } from '@/components/failure-boundary';
import type { ShownFailure } from '@/components/failure-line';
import { SettingsView } from '@/components/settings-view';
import { useNow } from '@/components/use-now';
import { platformIds, shopParts } from '@/lib/chat/shop';
import { loadCatalogue } from '@/lib/i18n/load-catalogue';
import { TextProvider } from '@/lib/i18n/text-provider';
import type { LogDb } from '@/lib/log/log-db';
import { markedChats } from '@/lib/log/marked-chats';
import { usualKeepDays } from '@/lib/log/retention';
import { shopsCounted } from '@/lib/log/shops-counted';
import { whatRecounts } from '@/lib/log/what-recounts';
import { sendMessage } from '@/lib/messaging/messenger';
import type { MarkWish } from '@/lib/messaging/protocol';
import { useLog } from '@/lib/screens/use-log';
import { useTrouble } from '@/lib/screens/use-trouble';
import { remindedRules } from '@/lib/settings/reminder-fields';
import { rulesBy } from '@/lib/settings/rules-by';
import { changeCounting, changeReminding, type Settings, saveSettings } from '@/lib/settings/settings';
import { usePageSettings } from '@/lib/settings/use-page-settings';
import { useBackup } from './use-backup';
import { useData } from './use-data';
import { useReport } from './use-report';
import { useSoundTest } from './use-sound-test';

interface Props {
  readonly db: LogDb;
  readonly settings: Settings;
}

const tickMs = 10_000;

/** The settings page over settings and log. */
export function OptionsPage({ db, settings: stored }: Props) {
  const { settings, changedAt, locale } = usePageSettings(stored);
  const trouble = useTrouble(db);
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  const shops = useLog(() => shopsCounted(db), [db], null);
  const marked = useLog(() => markedChats(db), [db], null);
  const known = shops ?? [];
  const { soundTest, testSound } = useSoundTest();
  // A holiday that began or ended with a click has done so at once, not at the clock's next tick.
  const now = Math.max(useNow(tickMs), changedAt);
  const data = useData(db);
  const backup = useBackup();
  const report = useReport();

  const told = (saving: Promise<void>) =>
    saving.then(
      () => setFailure(null),
      () => setFailure({ key: 'settings_unsaved_error' }),
    );
  const save = (change: Partial<Settings>) => told(saveSettings(change));
  const mark = (wish: MarkWish) =>
    void sendMessage('mark', wish).then(
      answer => setFailure(answer.ok ? null : { key: answer.key }),
      () => setFailure({ key: 'message_unknown_error' }),
    );
  return (
    <TextProvider locale={locale} load={loadCatalogue}>
      <FailureBoundary>
        <SettingsView
          trouble={trouble}
          failure={failure}
          counting={{
            shops: shops?.map(row => ({ ...row, counting: settings.counting?.[row.shop] ?? {} })) ?? null,
            now,
            recounts: whatRecounts,
            onCounting: (shop, change) => {
              const at = Date.now();
              void told(changeCounting(shop, counting => change(counting, at)));
            },
          }}
          reminding={{
            reminding: settings.reminding,
            platforms: platformIds.filter(platform => known.some(({ shop }) => shopParts(shop)?.platform === platform)),
            rules: remindedRules(known.map(({ shop }) => rulesBy(settings)(shop))),
            zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
            soundTest,
            onReminding: change => void told(changeReminding(change)),
            onTestSound: testSound,
          }}
          aside={{
            chats: marked && (settings.reminding.names ? marked : marked.map(chat => ({ ...chat, buyer: null }))),
            onMark: ({ shop, conversation }, said) => mark({ shop, conversation, ...said }),
          }}
          data={{
            ...data,
            ...backup,
            keepDays: settings.keepDays ?? usualKeepDays,
            onKeepDays: keepDays => void save({ keepDays }).then(() => sendMessage('retain')),
          }}
          report={report}
          onLocale={chosen => void save({ locale: chosen })}
        />
      </FailureBoundary>
    </TextProvider>
  );
}
