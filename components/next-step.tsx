import type { HealthAction } from '@/lib/chat/health-action';
import type { ShopId } from '@/lib/chat/shop';
import { useText } from '@/lib/i18n/use-text';
import type { Sight } from '@/lib/log/first-sight';
import { HealthLine } from './health-line';
import { shopName } from './shop-name';

interface Props {
  /** What Lekas sees so far; `null`: no shop yet. */
  readonly sight: Sight | null;
  /** The page's one clock, ms since the epoch. */
  readonly now: number;
  readonly onOpenChat: () => void;
  readonly onHelp: (shop: ShopId, action: HealthAction) => void;
}

/** What comes after a marketplace was allowed: to open the chat; then what keeps it from being seen, or that it works. */
export function NextStep({ sight, now, onOpenChat, onHelp }: Props) {
  const text = useText();
  const { t } = text;
  const isWatched = sight?.health.state === 'watching';
  // Of what was taken back the list above says more, with the button that gives it again.
  const isBlind = sight !== null && !isWatched && sight.health.state !== 'not-allowed';
  const step = !isWatched ? 'next' : sight.messages > 0 ? 'works' : 'sees';
  return (
    <section
      className="next"
      data-step={isBlind ? 'help' : step}
      aria-labelledby={isBlind ? 'health-title' : 'next-title'}
    >
      {isBlind ? (
        <HealthLine health={sight.health} since={sight.since} now={now} onHelp={action => onHelp(sight.shop, action)} />
      ) : (
        <div role="status">
          <h2 id="next-title">{t(`welcome_${step}_title`)}</h2>
          <p>
            {t(step === 'works' && sight?.isMore ? 'welcome_worksLong_body' : `welcome_${step}_body`, {
              count: sight?.messages ?? 0,
              shop: sight ? t('popup_shop_option', shopName(text, sight.shop)) : '',
            })}
          </p>
        </div>
      )}
      {!isBlind && !isWatched && (
        <button type="button" className="primary" onClick={onOpenChat}>
          {t('welcome_market_open')}
        </button>
      )}
    </section>
  );
}
