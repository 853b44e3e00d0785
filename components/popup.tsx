import { type ReactNode, useState } from 'react';
import type { HealthAction } from '@/lib/chat/health-action';
import type { ShopId } from '@/lib/chat/shop';
import type { Locale } from '@/lib/i18n/locale';
import type { ChatMark, Overview } from '@/lib/log/overview';
import { AllShopsView } from './all-shops-view';
import type { Days } from './days-switch';
import type { ShownFailure } from './failure-line';
import { Failures } from './failures';
import { KeysPanel } from './keys-panel';
import { Mark } from './mark';
import { NoShop } from './no-shop';
import { PopupFoot } from './popup-foot';
import { PopupShell } from './popup-shell';
import { type ShopChoice, ShopSwitch } from './shop-switch';
import { ShopView } from './shop-view';
import type { TroubleLineProps } from './trouble-line';
import { usePopupKeys } from './use-popup-keys';

export interface PopupProps {
  /** The page's one clock, ms since the epoch; its owner lets it tick. */
  readonly now: number;
  /** `null`: not read yet, which is not the same as empty. */
  readonly overview: Overview | null;
  readonly failure: ShownFailure | null;
  /** What is wrong with the log as a whole. */
  readonly trouble?: TroubleLineProps | null;
  /** The keys that open the popup from any page, as the browser has them; `null` where it has none. */
  readonly shortcut?: string | null;
  readonly onShop: (shop: ShopChoice) => void;
  readonly onDays: (days: Days) => void;
  /** The one thing that a health asks the seller to do. */
  readonly onHelp: (shop: ShopId, action: HealthAction) => void;
  readonly onOpenConversation: (conversation: string, shop: ShopId) => void;
  readonly onMark: (mark: ChatMark, conversation: string, shop: ShopId) => void;
  readonly onOpenWelcome: () => void;
  readonly onOpenDashboard: (shop: ShopId | null) => void;
  readonly onOpenSettings: () => void;
  /** Absent where it stands beside the chat already, or the browser cannot put it there. */
  readonly onBeside?: (() => void) | undefined;
  readonly onLocale: (locale: Locale) => void;
  /** What belongs to no shop: it stands below everything that does. */
  readonly children?: ReactNode;
}

/** The window behind the toolbar icon, and the same beside the chat. */
export function Popup({ now, overview, failure, trouble, shortcut = null, children, ...events }: PopupProps) {
  const [keysShown, setKeysShown] = useState(false);
  const shown = overview?.shown ?? null;
  const choice = shown?.is === 'shop' ? shown.shop : 'all';
  usePopupKeys({ onDays: events.onDays, onHelp: () => setKeysShown(before => !before) });
  return (
    <div className="popup">
      <header className="popup-head">
        <Mark />
        <h1>Lekas</h1>
        {overview && shown && <ShopSwitch shops={overview.shops} shown={choice} onShop={events.onShop} />}
      </header>
      <main>
        <Failures failure={failure} trouble={trouble} />
        {!overview && !failure && <PopupShell />}
        {overview && !shown && <NoShop onOpenWelcome={events.onOpenWelcome} />}
        {/* The key: nothing of one shop may linger under another's name. */}
        {shown?.is === 'shop' && <ShopView key={shown.shop} shop={shown} now={now} {...events} />}
        {shown?.is === 'all' && <AllShopsView all={shown} now={now} {...events} />}
        {children}
      </main>
      {keysShown && <KeysPanel shortcut={shortcut} onClose={() => setKeysShown(false)} />}
      <PopupFoot
        keysShown={keysShown}
        onKeys={() => setKeysShown(!keysShown)}
        onOpenDashboard={() => events.onOpenDashboard(shown?.is === 'shop' ? shown.shop : null)}
        onOpenSettings={events.onOpenSettings}
        onBeside={events.onBeside}
        onLocale={events.onLocale}
      />
    </div>
  );
}
