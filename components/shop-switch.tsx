import type { ShopId } from '@/lib/chat/shop';
import { useText } from '@/lib/i18n/use-text';
import type { ShopLine } from '@/lib/log/overview';
import { shopName } from './shop-name';

interface Props {
  readonly shops: readonly ShopLine[];
  readonly shown: ShopId;
  readonly onShop: (shop: ShopId) => void;
}

/** The shop shown, and a choice where there are several. */
export function ShopSwitch({ shops, shown, onShop }: Props) {
  const text = useText();
  if (shops.length < 2) return <p className="shop-name">{text.t('popup_shop_option', shopName(text, shown))}</p>;
  return (
    <select
      className="shop-switch"
      aria-label={text.t('popup_shop_label')}
      value={shown}
      onChange={({ target }) => {
        const chosen = shops.find(({ shop }) => shop === target.value);
        if (chosen) onShop(chosen.shop);
      }}
    >
      {shops.map(({ shop, waiting }) => (
        <option key={shop} value={shop}>
          {/* Who waits in the shop shown is said below. */}
          {waiting === 0 || shop === shown
            ? text.t('popup_shop_option', shopName(text, shop))
            : text.t('popup_shop_optionWaiting', { ...shopName(text, shop), count: waiting })}
        </option>
      ))}
    </select>
  );
}
