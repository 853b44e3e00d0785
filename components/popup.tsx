import type { HealthAction } from '@/lib/chat/health-action';
import type { ShopId } from '@/lib/chat/shop';
import type { Locale } from '@/lib/i18n/locale';
import { useText } from '@/lib/i18n/use-text';
import type { Overview } from '@/lib/log/overview';
import type { Days } from './days-switch';
import { FailureLine, type ShownFailure } from './failure-line';
import { HealthLine } from './health-line';
import { LanguageSwitch } from './language-switch';
import { Mark } from './mark';
import { NoShop } from './no-shop';
import { PopupShell } from './popup-shell';
import { Rates } from './rates';
import { ShopSwitch } from './shop-switch';
import { WaitingList } from './waiting-list';

export interface PopupProps {
  /** The page's one clock, ms since the epoch; its owner lets it tick. */
  readonly now: number;
  /** `null`: not read yet, which is not the same as empty. */
  readonly overview: Overview | null;
  readonly failure: ShownFailure | null;
  readonly onShop: (shop: ShopId) => void;
  readonly onDays: (days: Days) => void;
  /** The one thing that a health asks the seller to do. */
  readonly onHelp: (shop: ShopId, action: HealthAction) => void;
  readonly onOpenConversation: (conversation: string, shop: ShopId) => void;
  readonly onOpenWelcome: () => void;
  readonly onLocale: (locale: Locale) => void;
}

/** The window behind the toolbar icon. */
export function Popup({ now, overview, failure, ...events }: PopupProps) {
  const { t } = useText();
  const shown = overview?.shown ?? null;
  return (
    <div className="popup">
      <header className="popup-head">
        <Mark />
        <h1>Lekas</h1>
        {overview && shown && <ShopSwitch shops={overview.shops} shown={shown.shop} onShop={events.onShop} />}
      </header>
      <main>
        {failure && <FailureLine failure={failure} />}
        {!overview && !failure && <PopupShell />}
        {overview && !shown && <NoShop onOpenWelcome={events.onOpenWelcome} />}
        {shown && (
          // The key: nothing of one shop may linger under another's name.
          <div key={shown.shop}>
            <HealthLine
              health={shown.health}
              since={shown.healthSince}
              now={now}
              onHelp={action => events.onHelp(shown.shop, action)}
            />
            <Rates shop={shown} now={now} onDays={events.onDays} />
            <WaitingList
              rows={shown.waiting}
              health={shown.health.state}
              now={now}
              onOpen={conversation => events.onOpenConversation(conversation, shown.shop)}
            />
          </div>
        )}
      </main>
      <footer className="popup-foot">
        <p>{t('app_privacy_line')}</p>
        <LanguageSwitch onLocale={events.onLocale} />
      </footer>
    </div>
  );
}
