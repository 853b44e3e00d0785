import { describe, expect, it } from 'vitest';
import { eventually } from '../browser-eventually.ts';
import { kept } from '../everything-kept.ts';
import { desks, playAtDesk } from '../feige-desk.ts';
import { rowsOf } from '../in-the-log.ts';
import { metersOf, rowsIn } from '../in-the-popup.ts';
import { browsers } from '../scene.ts';

const second = 1000;

describe.each(desks)('reminded, %s', (_, options) => {
  it.concurrent.each(browsers)(
    'in %s: after 100 s, with the tab hidden and the worker asleep',
    async name => {
      await playAtDesk(name, options, async ({ site, browser, openChat, clock }) => {
        const chat = await openChat();
        const at = clock.now() - 75 * second;
        site.buyerWrites(site.buyer('盛望舒', at), { at });
        const dueAt = at + 100 * second;
        await eventually(async () => (await browser.badge()).text === '1', { within: 10_000, what: 'the badge' });
        await chat.hide();
        await browser.stopBackground();
        expect(clock.now()).toBeLessThan(dueAt);
        expect(await browser.notifications()).toEqual([]);
        await eventually(async () => (await browser.notifications()).length > 0, { within: 55 * second, what: 'it' });
        const lateMs = clock.now() - dueAt;
        console.log(`${name}: reminded ${lateMs} ms after 100 s of waiting`);
        expect(lateMs).toBeGreaterThanOrEqual(0);
        const [notice, ...more] = await browser.notifications();
        expect(more).toEqual([]);
        expect(notice?.id).toMatch(/^due /);
        if (notice?.title !== null) expect(notice?.title).toContain('盛望舒');
        const fired = (await rowsOf<{ key: string }>(browser, 'reminders')).filter(({ key }) => key.includes('3min'));
        expect(fired.map(({ key }) => key)).toEqual([expect.stringContaining(site.conversations[0]?.id ?? '?')]);
        await browser.clickNotification(notice?.id ?? '');
        await eventually(() => chat.evaluate<boolean>('document.visibilityState === "visible"'), { what: 'the chat' });
        expect(await chat.evaluate<number>('window.__inboxStats.clicks')).toBe(0);
      });
    },
    90_000,
  );
});

describe('of promises', () => {
  it.concurrent.each(browsers)(
    'a promise that nothing follows is shown, reminded of, and gone once it is kept (%s)',
    async name => {
      await playAtDesk(name, {}, async ({ site, browser, openChat, openPopup, clock }) => {
        await openChat();
        const popup = await openPopup();
        // Of a promise Lekas speaks after two minutes.
        const promisedAt = clock.now() - 98 * second;
        const buyer = site.buyer('庄映雪', promisedAt - 5 * second);
        site.buyerWrites(buyer, { at: promisedAt - 5 * second });
        site.promises(buyer, { at: promisedAt, text: '亲，稍等一下哦' });
        const shown = async () => {
          const [row, ...more] = await rowsIn(popup);
          return row?.text.includes('promised, not answered') && more.length === 0 && row.conversation === buyer.id;
        };
        await eventually(shown, { what: 'the promise' });
        // To the rules it is the reply that it is.
        expect((await metersOf(popup))['feige/3min']).toMatchObject({ now: 100, counted: 1, waiting: 0 });
        expect((await browser.badge()).text).toBe('');
        expect(await browser.notifications()).toEqual([]);
        await eventually(async () => (await browser.notifications()).length === 1, {
          within: 45_000,
          what: 'the reminder',
        });
        expect(clock.now()).toBeGreaterThanOrEqual(promisedAt + 120 * second);
        expect(JSON.stringify(await browser.beside(kept))).not.toContain('稍等');
        site.sellerAnswers(buyer);
        await eventually(async () => (await rowsIn(popup)).length === 0, { what: 'no row' });
        await eventually(async () => (await browser.notifications()).length === 0, { what: 'no notice' });
      });
    },
  );
});

it('by night it lets people sleep, and shows who waits all the same', async () => {
  await playAtDesk('chromium', { showing: '02:00:00' }, async ({ site, browser, openChat, openPopup, clock }) => {
    await openChat();
    const popup = await openPopup();
    const at = clock.now() - 98 * second;
    site.buyerWrites(site.buyer('盛望舒', at), { at });
    await eventually(async () => (await browser.badge()).text === '1', { within: 10_000, what: 'the badge' });
    const dueAt = at + 100 * second;
    await new Promise(resolve => setTimeout(resolve, Math.max(0, dueAt + 3 * second - clock.now())));
    expect(await browser.notifications()).toEqual([]);
    expect((await rowsIn(popup)).map(({ conversation, deadline }) => ({ conversation, deadline }))).toEqual([
      { conversation: site.conversations[0]?.id, deadline: null },
    ]);
  });
});
