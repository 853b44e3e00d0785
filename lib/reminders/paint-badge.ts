import { browser } from 'wxt/browser';
import type { ShopId } from '../chat/shop';
import { openCases } from '../log/cases';
import { shopHealth } from '../log/health-query';
import type { LogDb } from '../log/log-db';
import { seenLately } from '../log/seen-lately';
import { waitingUnnamed } from '../log/waiting-query';
import { deadlinesOf } from '../rates/deadlines';
import type { ChosenLeads } from '../rules/leads';
import { popupRules } from '../rules/popup-rules';
import type { ShopRules } from '../rules/rules-for';
import { type Badge, badgeOf, type Urgency } from './badge-of';
import { clockedCases } from './clocked';

/** White text stands on each of these with a contrast of at least 4.5. */
const colors = {
  none: '#5b6472',
  calm: '#1f6f5c',
  soon: '#9a5b00',
  now: '#b3261e',
  passed: '#6d2b57',
} satisfies Record<Urgency, string>;

/** The badge as the log has it at `now` (ms). `chosen`: the lead times the seller chose. */
export async function badgeFromLog(
  db: LogDb,
  now: number,
  rulesOf: (shop: ShopId) => ShopRules,
  chosen: ChosenLeads,
): Promise<Badge> {
  // One look, begun at once: read by read it would stand behind whatever is written meanwhile.
  const tables = [db.shops, db.sessions, db.conversations, db.watch, db.coverage, db.cases];
  const { rounds, healths, cases } = await db.transaction('r', tables, async () => {
    const shops = (await db.shops.toArray()).map(({ shop }) => shop);
    const [rounds, healths, cases] = await Promise.all([
      Promise.all(shops.map(shop => waitingUnnamed(db, shop, now))),
      Promise.all(shops.map(shop => shopHealth(db, shop, now))),
      openCases(db),
    ]);
    return { rounds: rounds.flat(), healths, cases };
  });
  const expected = healths.filter(health => seenLately(health, now));
  return badgeOf(
    rounds.map(round => {
      const { rules, holidays } = rulesOf(round.shop);
      return deadlinesOf(round, popupRules(rules), now, holidays);
    }),
    expected.map(({ health }) => health),
    now,
    chosen,
    clockedCases(cases, now).flatMap(({ deadlines }) => deadlines),
  );
}

/** Puts the badge on the toolbar button, with `title` saying it in words. */
export async function paintBadge(badge: Badge, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: colors[badge.urgency] }),
    browser.action.setTitle({ title }),
  ]);
  // Chrome before 110 has no such call and chooses for itself.
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
}
