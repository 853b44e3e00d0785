import { describe, expect, it } from 'vitest';
import type { SimulatedWorkbench } from '../pages/feige/workbench.ts';
import { eventually } from './browser-eventually.ts';
import { eventuallyIs } from './eventually-is.ts';
import { desks, deskWith, isInHours, untilLogged, yesterdayAt } from './feige-desk.ts';
import { loggedLines, loggedMessages, rowsOf, sentLines } from './in-the-log.ts';
import { metersOf, type Row, rowsIn } from './in-the-popup.ts';
import { browsers, playOn } from './scene.ts';

const second = 1000;

const placesOf = (rows: readonly Row[]) => rows.map(({ conversation, deadline }) => ({ conversation, deadline }));

/** Chats of yesterday, each with what makes it count or not; quiet, so that the page has them as its history. */
function aDayAround(desk: SimulatedWorkbench): void {
  const chat = (name: string, clock: string, answeredAfterS: number) => {
    const at = yesterdayAt(clock);
    const buyer = desk.buyer(name, at);
    desk.buyerWrites(buyer, { at, quiet: true });
    const between = (afterS: number) => ({ at: at + afterS * second, quiet: true });
    return { buyer, between, answered: () => desk.sellerAnswers(buyer, between(answeredAfterS)) };
  };
  chat('康安澜', '12:00:00', 179).answered();
  chat('季枫眠', '12:10:00', 180).answered();
  chat('廖锦书', '12:20:00', 181).answered();
  const greeted = chat('谭南栀', '12:30:00', 181);
  desk.greets(greeted.buyer, greeted.between(1));
  greeted.answered();
  const robotised = chat('翁果果', '12:40:00', 181);
  desk.robotAnswers(robotised.buyer, robotised.between(4));
  robotised.answered();
  chat('夏一诺', '22:59:59', 60).answered();
  chat('余知秋', '23:00:00', 60).answered();
}

describe.each(browsers)('in %s', name => {
  describe.each(desks)('%s', (_, options) => {
    it('a buyer writes: badge and row within a second, with the countdown to three minutes', async () => {
      await playOn(name, deskWith(options), async ({ site, browser, openChat, openPopup }) => {
        const buyer = site.buyer('欧阳满月');
        const chat = await openChat();
        const popup = await openPopup();
        const asked = site.buyerWrites(buyer);
        // By night nothing is counted and nothing counted down, yet somebody waits.
        const counts = isInHours(asked.sentAt);
        const wanted = { conversation: buyer.id, deadline: counts ? asked.sentAt + 180 * second : null };
        const [badgeMs, rowMs] = await Promise.all([
          eventually(async () => (await browser.badge()).text === '1', { within: second, what: 'the badge' }),
          eventuallyIs(async () => placesOf(await rowsIn(popup)), [wanted], { within: second, what: 'the row' }),
        ]);
        console.log(`${name}: buyer wrote → badge ${badgeMs.toFixed(0)} ms, popup row ${rowMs.toFixed(0)} ms`);
        expect((await metersOf(popup))['feige/3min']).toMatchObject({ counted: 0, waiting: counts ? 1 : 0 });

        site.greets(buyer);
        site.robotAnswers(buyer);
        site.assigns(buyer, { asBuyer: true });
        site.warns(buyer);
        site.warnsInside(buyer);
        site.pushesCard(buyer);
        site.updatesExt(asked);
        await untilLogged(site, browser);
        expect((await browser.badge()).text).toBe('1');
        expect(placesOf(await rowsIn(popup))).toEqual([wanted]);

        const answer = site.sellerAnswers(buyer, { agent: '阿强' });
        await eventually(async () => (await browser.badge()).text === '', { within: second, what: 'the empty badge' });
        await eventually(async () => (await rowsIn(popup)).length === 0, { within: second, what: 'no row' });
        const logged = await untilLogged(site, browser);
        expect(loggedLines(logged)).toEqual(sentLines(site.sent));
        expect(logged.find(({ id }) => id === answer.id)).toMatchObject({
          shop: `feige/CN/${site.options.shopId}`,
          agent: site.agent('阿强').id,
        });
        const counted = { now: counts ? 100 : null, counted: counts ? 1 : 0 };
        expect((await metersOf(popup))['feige/3min']).toMatchObject(counted);
        const untouched = { otherChanges: 0, clicks: 0, focuses: 0, keys: 0, sdkUses: 0 };
        expect(await chat.evaluate('window.__inboxStats')).toMatchObject(untouched);
        expect(site.markedRead).toEqual([]);
        expect(chat.errors).toEqual([]);
      });
    });

    it('three minutes to the second, greeting and robot aside, from 08:00 to before 23:00', async () => {
      await playOn(name, deskWith(options, aDayAround), async ({ site, browser, openChat, openPopup }) => {
        await openChat();
        const popup = await openPopup();
        // 2:59, 3:00 and 22:59:59 in time; 3:01, the greeted and the robot's late; 23:00:00 does not count.
        await eventually(async () => (await metersOf(popup))['feige/3min']?.counted === 6, { within: 15_000 });
        expect((await metersOf(popup))['feige/3min']).toMatchObject({ now: 50, counted: 6, waiting: 0 });
        const rest = await popup.evaluate<string>('document.body.textContent');
        // Only one of these six was answered within two minutes; all seven within twelve hours.
        expect(rest).toMatch(/2-minute first response rate · 16[.,]7\s?%/);
        expect(rest).toMatch(/12-hour response rate · 100\s?%/);
        expect(rest).toContain('Average response time');
        expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(site.sent));
      });
    });

    it('after 100 s it reminds, with the tab hidden and the worker asleep; by night it lets people sleep', async () => {
      const askedAt = Date.now() - 84 * second;
      const before = (desk: SimulatedWorkbench) => {
        desk.buyerWrites(desk.buyer('盛望舒', askedAt), { at: askedAt, quiet: true });
      };
      await playOn(name, deskWith(options, before), async ({ site, browser, openChat }) => {
        const chat = await openChat();
        await eventually(async () => (await browser.badge()).text === '1', { what: 'the badge' });
        await chat.hide();
        await browser.stopBackground();
        if (!isInHours(askedAt)) {
          await new Promise(resolve => setTimeout(resolve, askedAt + 110 * second - Date.now()));
          expect(await browser.notifications()).toEqual([]);
          expect((await browser.badge()).text).toBe('1');
          return;
        }
        await eventually(async () => (await browser.notifications()).length > 0, { within: 40 * second, what: 'it' });
        console.log(`${name}: reminded ${Date.now() - (askedAt + 100 * second)} ms after 100 s of waiting`);
        const [notice, ...more] = await browser.notifications();
        expect(more).toEqual([]);
        expect(notice?.id).toContain(site.conversations[0]?.id);
        const fired = await rowsOf<{ key: string }>(browser, 'reminders');
        expect(fired.filter(({ key }) => key.includes('feige/3min'))).toHaveLength(1);
        await browser.clickNotification(notice?.id ?? '');
        await eventually(() => chat.evaluate<boolean>('document.visibilityState === "visible"'), { what: 'the chat' });
        expect(await chat.evaluate<number>('window.__inboxStats.clicks')).toBe(0);
      });
    }, 90_000);
  });
});
