import type { ShopId } from '@/lib/chat/shop';
import { useText } from '@/lib/i18n/use-text';
import type { AllShops, ChatMark } from '@/lib/log/overview';
import { type Days, DaysSwitch } from './days-switch';
import { Glyph } from './glyph';
import { ShopGlanceRow } from './shop-glance-row';
import type { ShopChoice } from './shop-switch';
import { WaitingList } from './waiting-list';

interface Props {
  readonly all: AllShops;
  readonly now: number;
  readonly onShop: (shop: ShopChoice) => void;
  readonly onDays: (days: Days) => void;
  readonly onOpenConversation: (conversation: string, shop: ShopId) => void;
  readonly onMark: (mark: ChatMark, conversation: string, shop: ShopId) => void;
}

/** So many shops are on screen at once; the others are one click away, and who waits in them is in the list below. */
const atOnce = 4;

/** Every shop at a glance, and everybody who waits in any of them. */
export function AllShopsView({
  all: { shops, days, waiting },
  now,
  onShop,
  onDays,
  onOpenConversation,
  onMark,
}: Props) {
  const { t } = useText();
  const blind = shops.filter(({ health }) => health.state !== 'watching').length;
  const rows = shops.map(shop => <ShopGlanceRow key={shop.shop} shop={shop} onShop={onShop} />);
  return (
    <>
      <section className="glances" aria-labelledby="glances-title">
        <div className="glances-head" data-blind={blind > 0}>
          <Glyph name={blind > 0 ? 'half' : 'check'} />
          <h2 id="glances-title">
            {blind > 0
              ? t('popup_shops_blind', { count: blind, all: shops.length })
              : t('popup_shops_watched', { count: shops.length })}
          </h2>
          <DaysSwitch days={days} onDays={onDays} />
        </div>
        <ul>{rows.slice(0, atOnce)}</ul>
        {rows.length > atOnce && (
          <details className="glances-more">
            <summary>{t('popup_shops_more', { count: rows.length - atOnce })}</summary>
            <ul>{rows.slice(atOnce)}</ul>
          </details>
        )}
      </section>
      <WaitingList
        rows={waiting}
        seesAll={blind === 0}
        now={now}
        onOpen={onOpenConversation}
        onMark={onMark}
        namesShops
      />
    </>
  );
}
