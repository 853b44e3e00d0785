import { expect } from 'vitest';
import { ruleTitle, ruleValue } from '@/components/rate-words';
import { shownPercent } from '@/lib/i18n/shown-percent';
import type { Text } from '@/lib/i18n/text-in';
import { partsOf } from '@/lib/rates/parts-of';
import type { Rate } from '@/lib/rates/rate';
import { rateOf } from '@/lib/rates/rate-of';
import type { ExcludedBecause, PublishedRule } from '@/lib/rules/rule';
import type { ExtensionPage } from './browser.ts';
import { type ExportedFile, ratesOf } from './exported-file.ts';
import { rulesOn, shownOf } from './on-the-dashboard.ts';

type Log = Pick<ExportedFile, 'rules' | 'chats'>;

interface Card {
  readonly rule: string;
  readonly value: string;
  readonly outlook: readonly string[];
}

const cards = `[...document.querySelectorAll('article.rate')].map(card => ({
  rule: card.querySelector('[role=meter]').dataset.rule,
  value: card.querySelector('.rate-value').textContent,
  outlook: [...card.querySelectorAll('.outlook li')].map(line => line.textContent),
}))`;

const madeOf = `[...document.querySelectorAll('.counting dl > div')].map(rule => {
  const lines = [...rule.querySelectorAll('dd')].map(line => line.textContent);
  return { title: rule.querySelector('dt').textContent, parts: lines[0], leftOut: lines.at(-1) };
})`;

/** Every number of a rate on a shop's popup is what the reference makes of the log, in the popup's own words. */
export async function popupIsAsRateOfSays(popup: ExtensionPage, log: Log, text: Text): Promise<void> {
  const now = Date.now();
  const inPopup = log.rules.filter(({ place }) => place === 'popup');
  expect(inPopup.length).toBeGreaterThan(0);
  expect(await popup.evaluate<Card[]>(cards)).toEqual(inPopup.map(rule => cardOf(log, rule, now, text)));
  const others = log.rules.filter(rule => !inPopup.includes(rule));
  expect(await popup.evaluate(madeOf)).toEqual(
    [...inPopup, ...others].map(rule => {
      const rate = rateOf(log.chats, rule, now);
      const value = others.includes(rule) && rate.value !== null && ruleValue(text, rule, rate.value);
      return {
        title: [ruleTitle(text, rule), ...(value === false ? [] : [value])].join(' · '),
        parts: partsIn(rate, rule, text),
        leftOut: leftOutOf(rate, text),
      };
    }),
  );
}

/** The same of every rule on the dashboard, and of every unit, day and answer that is shown behind it. */
export async function dashboardIsAsRateOfSays(dashboard: ExtensionPage, log: Log, text: Text): Promise<void> {
  expect(await rulesOn(dashboard)).toEqual(log.rules.map(({ id }) => id));
  for (const rule of log.rules) {
    const now = Date.now();
    const rate = rateOf(log.chats, rule, now);
    const parts = partsOf(rate, rule);
    const shown = await shownOf(dashboard, rule.id);
    expect(shown.rule).toBe(rule.id);
    expect(shown.parts).toEqual(Object.fromEntries(parts.map(part => [part.name, part.count])));
    expect(shown.sum).toBe(parts.reduce((sum, { count }) => sum + count, 0));
    const listed = (part: string) => shown.units.filter(one => one === part).length;
    expect(Object.fromEntries(parts.map(part => [part.name, listed(part.name)]))).toEqual(shown.parts);
    expect(shown.days).toBe(rate.counted);
    const [card] = await dashboard.evaluate<Card[]>(cards);
    if (rule.measure === 'mean') {
      expect(card?.value).toBe(rate.value === null ? text.t('rate_none_value') : ruleValue(text, rule, rate.value));
      continue;
    }
    expect(card).toEqual(cardOf(log, rule, now, text));
    expect(shown.value).toBe(rate.value === null ? null : shownPercent(rate.value, rule.target));
    const costly = rate.late + rate.missed;
    expect(shown.costs).toEqual(costly === 0 ? [] : [costly, costly]);
    const answered = rate.onTime + rate.late;
    expect([shown.answered, shown.inTime, shown.spread]).toEqual([answered, rate.onTime, answered]);
  }
}

function cardOf(log: Log, rule: PublishedRule, now: number, text: Text): Card {
  const { t, count } = text;
  const { rate, ifAllAnswered, ifNoneAnswered } = ratesOf(log, rule, now);
  const { value, counted, onTime, pending } = rate;
  const outlook: string[] = [];
  if (value !== null) {
    outlook.push(t('rate_counted_line', { onTime: count(onTime), counted: count(counted) }));
    outlook.push(
      value >= rule.target
        ? t('rate_missesLeft_line', { count: mostWhere(more => onTime / (counted + more) >= rule.target) })
        : t('rate_regain_line', { count: mostWhere(more => (onTime + more) / (counted + more) < rule.target) + 1 }),
    );
  }
  if (pending > 0 && ifAllAnswered !== null && ifNoneAnswered !== null) {
    const [all, none] = [ifAllAnswered, ifNoneAnswered].map(then => ruleValue(text, rule, then));
    outlook.push(t('rate_outlook_line', { all: `${all}`, none: `${none}` }));
  }
  return { rule: rule.id, value: value === null ? t('rate_none_value') : ruleValue(text, rule, value), outlook };
}

/** How far one can count with it still true; it is true of 0. */
function mostWhere(isTrue: (more: number) => boolean): number {
  let more = 0;
  while (isTrue(more + 1)) more++;
  return more;
}

function partsIn(rate: Rate, { measure }: PublishedRule, { t }: Text): string {
  const { value, onTime, late, missed, pending } = rate;
  if (value === null && pending === 0) return t('rate_none_value');
  const waits = t('rate_pending_part', { count: pending });
  if (measure === 'mean') return waits;
  return [
    t('rate_inTime_part', { count: onTime }),
    t('rate_late_part', { count: late }),
    t('rate_missed_part', { count: missed }),
    waits,
  ].join(' · ');
}

const leftOut = [
  ['by-hand', 'rate_excluded_byHand'],
  ['blocked', 'rate_excluded_blocked'],
  ['holiday', 'rate_excluded_holiday'],
  ['seller-started', 'rate_excluded_sellerStarted'],
  ['hours', 'rate_excluded_hours'],
  ['robot', 'rate_excluded_robot'],
] as const satisfies readonly (readonly [ExcludedBecause, string])[];

function leftOutOf({ excluded }: Rate, { t }: Text): string {
  const lines = leftOut.flatMap(([reason, key]) => {
    const count = excluded[reason] ?? 0;
    return count > 0 ? [t(key, { count })] : [];
  });
  return lines.length > 0 ? lines.join(' · ') : t('rate_excluded_none');
}
