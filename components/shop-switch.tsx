import type { ShopId } from '@/lib/chat/shop';
import { useText } from '@/lib/i18n/use-text';
import type { ShopLine } from '@/lib/log/overview';
import { shopName } from './shop-name';

/** One shop, or all that were seen lately. */
export type ShopChoice = ShopId | 'all';

interface Props {
  readonly shops: readonly ShopLine[];
  readonly shown: ShopChoice;
  readonly onShop: (shop: ShopChoice) => void;
}

/** What is shown, and a choice where there are several: all shops first, those not seen for a week folded away. */
export function ShopSwitch({ shops, shown, onShop }: Props) {
  const text = useText();
  const { t } = text;
  if (shops.length < 2) {
    return <p className="shop-name">{shown !== 'all' && t('popup_shop_option', shopName(text, shown))}</p>;
  }
  const lately = shops.filter(line => line.lately);
  const waiting = lately.reduce((sum, line) => sum + line.waiting, 0);
  const option = (line: ShopLine) => (
    <option key={line.shop} value={line.shop}>
      {/* Who waits in the shop shown is said below. */}
      {line.waiting === 0 || line.shop === shown
        ? t('popup_shop_option', shopName(text, line.shop))
        : t('popup_shop_optionWaiting', { ...shopName(text, line.shop), count: line.waiting })}
    </option>
  );
  const away = shops.filter(line => !line.lately);
  return (
    <select
      className="shop-switch"
      aria-label={t('popup_shop_label')}
      value={shown}
      onChange={({ target }) => {
        const chosen = shops.find(({ shop }) => shop === target.value);
        onShop(chosen?.shop ?? 'all');
      }}
    >
      {lately.length > 1 && (
        <option value="all">
          {waiting === 0 || shown === 'all' ? t('popup_all_option') : t('popup_all_optionWaiting', { count: waiting })}
        </option>
      )}
      {lately.map(option)}
      {away.length > 0 && <optgroup label={t('popup_shops_away')}>{away.map(option)}</optgroup>}
    </select>
  );
}
