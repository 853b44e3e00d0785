import { Fragment } from 'react';
import type { ShopId } from '@/lib/chat/shop';
import { useText } from '@/lib/i18n/use-text';
import type { ShopFigures } from '@/lib/log/dashboard';
import { Glyph } from './glyph';
import { ruleTitle, ruleValue, ruleVerdict } from './rate-words';
import { shopName } from './shop-name';
import { standing } from './standing';
import { TableFrame } from './table-frame';

interface Props {
  readonly shops: readonly ShopFigures[];
  readonly onShop: (shop: ShopId) => void;
}

const glyphs = { held: 'check', below: 'warning', none: 'ring' } as const;

/** Every shop beside the others, over the same days; each leads to its own dashboard. */
export function ShopsCard({ shops, onShop }: Props) {
  const text = useText();
  const { t, count } = text;
  return (
    <section className="card shops" aria-labelledby="shops-title">
      <h2 id="shops-title">{t('dashboard_shops_title')}</h2>
      <TableFrame labelledBy="shops-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('popup_shop_label')}</th>
              <th scope="col">{t('dashboard_shops_rule')}</th>
              <th scope="col" className="number">
                {t('dashboard_shops_value')}
              </th>
              <th scope="col" className="number">
                {t('dashboard_shops_counted')}
              </th>
              <th scope="col" className="number">
                {t('dashboard_shops_pending')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shops.map(({ shop, rates }) => (
              <Fragment key={shop}>
                {rates.map(({ rule, rate }, index) => {
                  const stands = standing({ rule, rate });
                  return (
                    <tr key={rule.id} data-shop={shop} data-rule={rule.id} data-value={rate.value ?? undefined}>
                      {index === 0 && (
                        <th scope="rowgroup" rowSpan={rates.length}>
                          <button type="button" className="as-link" onClick={() => onShop(shop)}>
                            {t('popup_shop_option', shopName(text, shop))}
                          </button>
                        </th>
                      )}
                      <td>{ruleTitle(text, rule)}</td>
                      <td className="number">
                        <span className="stands" data-standing={stands} title={ruleVerdict(text, rule, stands)}>
                          <Glyph name={glyphs[stands]} />
                          {rate.value === null ? t('rate_none_value') : ruleValue(text, rule, rate.value)}
                          <span className="unseen"> {ruleVerdict(text, rule, stands)}</span>
                        </span>
                      </td>
                      <td className="number">{count(rate.counted)}</td>
                      <td className="number">{count(rate.pending)}</td>
                    </tr>
                  );
                })}
              </Fragment>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
