import { useState } from 'react';
import { browser } from 'wxt/browser';
import { FailureBoundary } from '@/components/failure-boundary';
import type { ShownFailure } from '@/components/failure-line';
import { Popup } from '@/components/popup';
import { useNow } from '@/components/use-now';
import type { HealthAction } from '@/lib/chat/health-action';
import type { ShopId } from '@/lib/chat/shop';
import { loadPopupWords } from '@/lib/i18n/load-popup-words';
import { TextProvider } from '@/lib/i18n/text-provider';
import type { ChatMark } from '@/lib/log/overview';
import { sendMessage } from '@/lib/messaging/messenger';
import { askForHelp } from '@/lib/screens/ask-for-help';
import type { CaseDraft } from '@/lib/screens/case-draft';
import { dashboardHash } from '@/lib/screens/dashboard-link';
import { type Settings, saveSettings } from '@/lib/settings/settings';
import { usePageSettings } from '@/lib/settings/use-page-settings';
import type { Sheet } from '@/lib/sheet/sheet';
import { useSheet } from '@/lib/sheet/use-sheet';
import { forgetLoss } from '@/lib/storage/log-birth';
import { canOpenBeside, openBeside } from '@/lib/tabs/open-beside';
import { CasesPart } from './cases-part';
import { useAround } from './use-around';

/** Behind the toolbar icon, where it closes when it has led elsewhere; or beside the chat, where it stays. */
export type Where = 'window' | 'beside';

interface Props {
  /** Read before the first paint; `null`: the background gave none. */
  readonly first: Sheet | null;
  /** What was typed of a case when the popup closed. */
  readonly caseDraft: CaseDraft | null;
  readonly settings: Settings;
  readonly where: Where;
}

/** Verdicts change by waiting alone; between writes a sheet that is still good is asked for this often (ms). */
const askMs = 5000;

/** The popup over the sheet that the background keeps: what changes there is on the screen at once. */
export function PopupPage({ first, caseDraft, settings: stored, where }: Props) {
  const { locale } = usePageSettings(stored);
  const { windowId, shortcut } = useAround();
  const now = useNow(1000);
  const { sheet, ask } = useSheet(first, Math.floor(now / askMs));
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
          now={Math.max(now, sheet?.overview?.at ?? now)}
          overview={sheet?.overview ?? null}
          trouble={sheet?.trouble ? { ...sheet.trouble, onSeen: () => void forgetLoss().then(ask) } : null}
          failure={failureOf(sheet, refusal)}
          shortcut={shortcut}
          onShop={chosen => void saveSettings({ shop: chosen })}
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
          <CasesPart cases={sheet?.cases ?? null} draft={caseDraft} now={now} onRefused={setRefusal} onLeave={leave} />
        </Popup>
      </FailureBoundary>
    </TextProvider>
  );
}

function failureOf(sheet: Sheet | null, refusal: ShownFailure | null): ShownFailure | null {
  if (!sheet) return { key: 'popup_noAnswer_error' };
  return sheet.overview ? refusal : { key: 'log_unreadable_error' };
}
