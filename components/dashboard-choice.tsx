import { useId } from 'react';
import type { ShopId } from '@/lib/chat/shop';
import { useText } from '@/lib/i18n/use-text';
import type { Dashboard, ShopDashboard } from '@/lib/log/dashboard';
import { listedId } from '@/lib/rules/listed-id';
import { ruleTitle } from './rate-words';
import { shopLine } from './shop-name';

/** The days that a seller may look at with one click. */
const dayChoices = [7, 30, 90] as const;

export interface Choice {
  readonly onShop: (shop: ShopId) => void;
  /** The id by which the list knows the rule. */
  readonly onRule: (rule: string) => void;
  /** That many whole days, today the last; `null`: the rule's own. */
  readonly onDays: (days: number | null) => void;
  /** ISO days, the first and the last. */
  readonly onWindow: (from: string, to: string) => void;
}

interface Props extends Choice {
  readonly shops: Dashboard['shops'];
  readonly shown: ShopDashboard;
  /** Today's ISO day in the rule's zone: later ones hold nothing. */
  readonly today: string;
}

/** Which shop, which rule, which days. */
export function DashboardChoice({ shops, shown, today, ...choice }: Props) {
  const text = useText();
  const { t } = text;
  const [shopId, ruleId, fromId, toId] = [useId(), useId(), useId(), useId()];
  const { view, window, isOwnWindow } = shown;
  const { from, to } = window;
  const length = Math.round((to.end - from.start) / 86_400_000);
  const chosen = isOwnWindow ? null : to.key === today ? length : undefined;
  return (
    <div className="choice">
      <div className="choice-field">
        <label htmlFor={shopId}>{t('popup_shop_label')}</label>
        <select
          id={shopId}
          value={shown.shop}
          onChange={({ target }) => {
            const found = shops.find(({ shop }) => shop === target.value);
            if (found) choice.onShop(found.shop);
          }}
        >
          {shops.map(({ shop }) => (
            <option key={shop} value={shop}>
              {shopLine(text, shop)}
            </option>
          ))}
        </select>
      </div>
      <div className="choice-field">
        <label htmlFor={ruleId}>{t('dashboard_rule_label')}</label>
        <select id={ruleId} value={listedId(view.rule)} onChange={({ target }) => choice.onRule(target.value)}>
          {shown.rules.map(rule => (
            <option key={listedId(rule)} value={listedId(rule)}>
              {ruleTitle(text, rule)}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="choice-days">
        <legend className="unseen">{t('popup_days_label')}</legend>
        {[null, ...dayChoices].map(days => (
          <button key={days} type="button" aria-pressed={days === chosen} onClick={() => choice.onDays(days)}>
            {days === null ? t('dashboard_days_own') : t('popup_days_option', { days })}
          </button>
        ))}
      </fieldset>
      <div className="choice-window">
        <div className="choice-field">
          <label htmlFor={fromId}>{t('dashboard_from_label')}</label>
          <input
            id={fromId}
            type="date"
            value={from.key}
            max={to.key}
            onChange={({ target }) => target.value && choice.onWindow(target.value, to.key)}
          />
        </div>
        <div className="choice-field">
          <label htmlFor={toId}>{t('dashboard_to_label')}</label>
          <input
            id={toId}
            type="date"
            value={to.key}
            min={from.key}
            max={today}
            onChange={({ target }) => target.value && choice.onWindow(from.key, target.value)}
          />
        </div>
      </div>
    </div>
  );
}
