import { useState } from 'react';
import type { ShopId } from '@/lib/chat/shop';
import { useText } from '@/lib/i18n/use-text';
import type { Counting } from '@/lib/rules/counting';
import { HolidayBox } from './holiday-box';
import { RulesForm } from './rules-form';
import { Setting } from './setting';
import { SettingsSection } from './settings-section';
import { shopLine, shopName } from './shop-name';

/** How a shop is counted, and how far counting it again has come. */
export interface CountedShop {
  readonly shop: ShopId;
  readonly counting: Counting;
  readonly conversations: number;
  readonly again: { readonly done: number; readonly of: number } | null;
}

/** What becomes of a shop's counting, at the instant (ms) of the click: `now` may lie a few seconds behind it. */
export type CountingChange = (counting: Counting, at: number) => Counting;

export interface CountingProps {
  /** `null` until they were read. */
  readonly shops: readonly CountedShop[] | null;
  /** ms. */
  readonly now: number;
  /** The rules, by their ids in the list, that are counted anew after such a change. */
  readonly recounts: (shop: ShopId, before: Counting, after: Counting) => readonly string[];
  readonly onCounting: (shop: ShopId, change: CountingChange) => void;
}

/** What each shop is counted by. */
export function SettingsCounting({ shops, now, recounts, onCounting }: CountingProps) {
  const text = useText();
  const { t } = text;
  const [chosen, setChosen] = useState<ShopId | null>(null);
  const shown = shops?.find(({ shop }) => shop === chosen) ?? shops?.[0];
  return (
    <SettingsSection id="counting" title={t('counting_section_title')} about={t('counting_section_about')}>
      {shops?.length === 0 && <p className="settings-none">{t('counting_shops_none')}</p>}
      {shops && shown && shops.length > 1 && (
        <Setting label={t('popup_shop_label')}>
          {ids => (
            <select
              {...ids}
              value={shown.shop}
              onChange={({ target }) => setChosen(shops.find(({ shop }) => shop === target.value)?.shop ?? null)}
            >
              {shops.map(({ shop }) => (
                <option key={shop} value={shop}>
                  {shopLine(text, shop)}
                </option>
              ))}
            </select>
          )}
        </Setting>
      )}
      {shops?.length === 1 && shown && (
        <p className="settings-shop">{t('popup_shop_option', shopName(text, shown.shop))}</p>
      )}
      {shown && (
        // The key: nothing typed for one shop may linger under another's name.
        <div key={shown.shop} data-counting-shop={shown.shop}>
          {shown.again && (
            <div className="counting-again">
              <progress value={shown.again.done} max={shown.again.of} aria-hidden="true" />
              <p role="status">
                {t('rates_again_status', { done: text.count(shown.again.done), of: text.count(shown.again.of) })}
              </p>
            </div>
          )}
          <HolidayBox
            shop={shown}
            now={now}
            recounts={after => recounts(shown.shop, shown.counting, after)}
            onCounting={change => onCounting(shown.shop, change)}
          />
          <RulesForm
            shop={shown}
            now={now}
            recounts={after => recounts(shown.shop, shown.counting, after)}
            onSave={counting => onCounting(shown.shop, ({ holidays }) => withHolidays(counting, holidays))}
          />
        </div>
      )}
    </SettingsSection>
  );
}

/** Holidays have buttons of their own, and may have changed since the form was filled. */
function withHolidays({ holidays: _, ...counting }: Counting, holidays: Counting['holidays']): Counting {
  return { ...counting, ...(holidays && { holidays }) };
}
