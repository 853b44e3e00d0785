import { useState } from 'react';
import { browser } from 'wxt/browser';
import { FailureBoundary } from '@/components/failure-boundary';
import type { ShownFailure } from '@/components/failure-line';
import { Popup } from '@/components/popup';
import type { ShopChoice } from '@/components/shop-switch';
import { useNow } from '@/components/use-now';
import type { HealthAction } from '@/lib/chat/health-action';
import type { ShopId } from '@/lib/chat/shop';
import { loadPopupWords } from '@/lib/i18n/load-popup-words';
import { TextProvider } from '@/lib/i18n/text-provider';
import type { CasesShown } from '@/lib/log/cases-query';
import type { LogDb } from '@/lib/log/log-db';
import type { ChatMark, Overview } from '@/lib/log/overview';
import { overview } from '@/lib/log/overview-query';
import { sendMessage } from '@/lib/messaging/messenger';
import { askForHelp } from '@/lib/screens/ask-for-help';
import type { CaseDraft } from '@/lib/screens/case-draft';
import { dashboardHash } from '@/lib/screens/dashboard-link';
import { useLog } from '@/lib/screens/use-log';
import { useTrouble } from '@/lib/screens/use-trouble';
import { rulesBy } from '@/lib/settings/rules-by';
import { type Settings, saveSettings } from '@/lib/settings/settings';
import { usePageSettings } from '@/lib/settings/use-page-settings';
import { canOpenBeside, openBeside } from '@/lib/tabs/open-beside';
import { CasesPart } from './cases-part';
import { useAround } from './use-around';

/** Behind the toolbar icon, where it closes when it has led elsewhere; or beside the chat, where it stays. */
export type Where = 'window' | 'beside';

interface Props {
  readonly db: LogDb;
  /** Read before the first paint; `null` when that failed. */
  readonly first: Overview | null;
  readonly firstCases: CasesShown | null;
  /** What was typed of a case when the popup closed. */
  readonly caseDraft: CaseDraft | null;
  readonly settings: Settings;
  readonly where: Where;
}

/** Verdicts change by waiting alone; between writes the log is read again this often (ms). */
const rereadMs = 5000;

/** The popup over the log: what changes there is on the screen at once. */
export function PopupPage({ db, first, firstCases, caseDraft, settings: stored, where }: Props) {
  const { settings, locale } = usePageSettings(stored);
  const trouble = useTrouble(db);
  const [shop, setShop] = useState(stored.shop);
  const { windowId, shortcut } = useAround();
  const now = useNow(1000);
  const turn = Math.floor(now / rereadMs);
  const read = useLog(
    () => readOverview(db, shop, settings),
    [db, shop, settings, turn],
    first ? { overview: first } : { failed: true as const },
  );
  const leave = () => {
    if (where === 'window') window.close();
  };
  const [refusal, setRefusal] = useState<ShownFailure | null>(null);
  const help = (chosen: ShopId, action: HealthAction) => void askForHelp(chosen, action, leave).then(setRefusal);
  const mark = (said: ChatMark, conversation: string, chosen: ShopId) =>
    void sendMessage('mark', { shop: chosen, conversation, ...said }).then(
      answer => setRefusal(answer.ok ? null : { key: answer.key }),
      () => setRefusal({ key: 'message_unknown_error' }),
    );

  return (
    <TextProvider locale={locale} load={loadPopupWords}>
      <FailureBoundary>
        <Popup
          // What was read a moment ago may be newer than the last tick.
          now={Math.max(now, 'overview' in read ? read.overview.at : now)}
          overview={'overview' in read ? read.overview : null}
          trouble={trouble}
          failure={failureOf(read, refusal)}
          shortcut={shortcut}
          onShop={chosen => {
            setShop(chosen);
            void saveSettings({ shop: chosen });
          }}
          onDays={days => void saveSettings({ days })}
          onHelp={help}
          onOpenConversation={(_, chosen) => help(chosen, 'show')}
          onMark={mark}
          onOpenWelcome={() => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })}
          onOpenDashboard={chosen => {
            const url = `${browser.runtime.getURL('/dashboard.html')}${dashboardHash(chosen ? { shop: chosen } : {})}`;
            void browser.tabs.create({ url }).then(leave);
          }}
          onOpenSettings={() => void browser.runtime.openOptionsPage().then(leave)}
          onBeside={
            where === 'window' && windowId !== null && canOpenBeside()
              ? () => void openBeside(windowId).then(leave)
              : undefined
          }
          onLocale={chosen => void saveSettings({ locale: chosen })}
        >
          <CasesPart
            db={db}
            first={firstCases}
            draft={caseDraft}
            leads={settings.reminding.leads}
            now={now}
            turn={turn}
            onRefused={setRefusal}
            onLeave={leave}
          />
        </Popup>
      </FailureBoundary>
    </TextProvider>
  );
}

type Read = { readonly overview: Overview } | { readonly failed: true };

async function readOverview(db: LogDb, shop: ShopChoice | undefined, settings: Settings): Promise<Read> {
  const { days, reminding } = settings;
  try {
    const { leads, names } = reminding;
    const args = { shop, days, rulesOf: rulesBy(settings), leads, names, now: Date.now() };
    return { overview: await overview(db, args) };
  } catch (problem) {
    console.error('Lekas could not read its log', problem);
    return { failed: true };
  }
}

function failureOf(read: Read, refusal: ShownFailure | null): ShownFailure | null {
  return 'failed' in read ? { key: 'log_unreadable_error' } : refusal;
}
