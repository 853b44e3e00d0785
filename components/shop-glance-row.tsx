import { useText } from '@/lib/i18n/use-text';
import type { ShopGlance } from '@/lib/log/overview';
import { Glyph } from './glyph';
import { healthWords } from './health-words';
import { RateGlance } from './rate-glance';
import { shopName } from './shop-name';
import type { ShopChoice } from './shop-switch';

interface Props {
  readonly shop: ShopGlance;
  readonly onShop: (shop: ShopChoice) => void;
}

/** A shop among others: how well it is seen, how many wait, and its rates. */
export function ShopGlanceRow({ shop: { shop, health, waiting, rates }, onShop }: Props) {
  const text = useText();
  const { t } = text;
  const { glyph, title } = healthWords(health);
  return (
    <li className="glance" data-shop={shop} data-health={health.state}>
      <Glyph name={glyph} />
      <button type="button" onClick={() => onShop(shop)}>
        {t('popup_shop_option', shopName(text, shop))}
      </button>
      <p className="glance-waiting">{t('popup_glance_waiting', { count: waiting })}</p>
      {health.state !== 'watching' && <p className="glance-health">{t(title)}</p>}
      <div className="glance-rates">
        {rates.map(view => (
          <RateGlance key={view.rule.id} view={view} />
        ))}
      </div>
    </li>
  );
}
