import { describe, expect, it } from 'vitest';
import { chance } from '../../tools/chance.ts';
import { eventually } from '../browser-eventually.ts';
import { rowsIn } from '../in-the-popup.ts';
import { browsers, play } from '../scene.ts';
import { dueIn, noticeRow, recordedAt, setReminding, watchNotices } from '../when-reminded.ts';

const second = 1000;
const until = (moment: number) => new Promise(resolve => setTimeout(resolve, Math.max(0, moment - Date.now())));

/** How late (ms) a reminder may be, by what became of the tab. */
const patience = { visible: second, hidden: second, closed: 30 * second };

// What mostly waits is tried in both browsers side by side.
describe.each(['visible', 'hidden', 'closed'] as const)('the tab %s', tab => {
  it.concurrent.each(browsers)(
    'in %s: reminded at the right second, by the 3-minute and the 12-hour rule',
    async name => {
      const due: { id: string; dueAt: number }[] = [];
      const before = (inbox: Parameters<typeof dueIn>[0]) => {
        due.push(dueIn(inbox, '3min', 20 * second, 'Vina Maharani'), dueIn(inbox, '12h', 32 * second, 'Yusuf Hidayat'));
      };
      await play(name, { before }, async ({ browser, openChat }) => {
        const chat = await openChat();
        await eventually(async () => (await browser.badge()).text === '2', { within: 10_000, what: 'the badge' });
        if (tab === 'hidden') await chat.hide();
        if (tab === 'closed') await chat.close();
        await browser.stopBackground();
        for (const [index, limit] of (['3min', '12h'] as const).entries()) {
          const { id = '', dueAt = 0 } = due[index] ?? {};
          const isSaid = async () => (await recordedAt(browser, id, limit)).length > 0;
          await eventually(isSaid, { within: dueAt - Date.now() + 35 * second, every: 200, what: limit });
          const [at = 0, ...more] = await recordedAt(browser, id, limit);
          console.log(`${name}, tab ${tab}, ${limit}: reminded ${at - dueAt} ms after the moment`);
          expect(more).toEqual([]);
          expect(at - dueAt).toBeLessThanOrEqual(patience[tab]);
          // What comes within ten seconds of another is said with it.
          expect(at - dueAt).toBeGreaterThanOrEqual(limit === '12h' && tab === 'closed' ? -10 * second : 0);
          await eventually(async () => (await browser.notifications()).length === 1, { what: 'it, on the screen' });
        }
      });
    },
    110_000,
  );
});

describe('quiet hours', () => {
  it.concurrent.each(browsers)(
    'in %s: hold back what becomes due, and at their end it is said, once, and that it was quiet',
    async name => {
      // Ends at a whole minute.
      const end = Math.ceil((Date.now() + 20 * second) / (60 * second)) * 60 * second;
      const clock = (at: number) => new Date(at).toISOString().slice(11, 16);
      const held: { id: string; dueAt: number }[] = [];
      const before = (inbox: Parameters<typeof dueIn>[0]) => {
        held.push(dueIn(inbox, '3min', end - Date.now() - 5 * second, 'Kartika Sari'));
      };
      await play(name, { before }, async ({ browser, openChat, openPopup }) => {
        await setReminding(browser, { quiet: { from: clock(end - 3_600_000), to: clock(end), zone: 'UTC' } });
        await openChat();
        const popup = await openPopup();
        await eventually(async () => (await rowsIn(popup)).length === 1, { within: 10_000, what: 'the row' });
        await until(end - 2 * second);
        expect(Date.now()).toBeGreaterThan(held[0]?.dueAt ?? 0);
        expect(await browser.notifications()).toEqual([]);
        expect((await browser.badge()).text).toBe('1');
        const watching = watchNotices(browser);
        await eventually(async () => (await browser.notifications()).length > 0, { within: 35 * second, what: 'it' });
        console.log(`${name}: said ${Date.now() - end} ms after the quiet hours`);
        expect((await noticeRow(browser))?.says).toMatchObject([{ conversation: held[0]?.id, held: 'quiet' }]);
        const [notice] = await browser.notifications();
        if (name === 'firefox') expect(notice?.message).toContain('While quiet: 1 deadline came near');
        await until(Date.now() + 2 * second);
        expect(await watching.end()).toEqual(['due 1']);
      });
    },
    140_000,
  );
});

describe('the worker killed', () => {
  it.concurrent.each(browsers)(
    'in %s: 50 times between record, alarm, notification and click: each reminder is shown exactly once',
    async name => {
      const seed = Date.now() % 100_000;
      console.log(`${name}: seed ${seed}`);
      const random = chance(seed);
      const due: { id: string; dueAt: number }[] = [];
      const before = (inbox: Parameters<typeof dueIn>[0]) => {
        due.push(dueIn(inbox, '3min', 16 * second, 'Ayu'), dueIn(inbox, '3min', 34 * second, 'Bima'));
      };
      await play(name, { before }, async ({ inbox, browser, openChat }) => {
        // The last lead is the deadline itself: far behind the end of this.
        await setReminding(browser, { leads: { 'tiktok-shop/3min': [80, 0] } });
        const chat = await openChat();
        await eventually(async () => (await browser.badge()).text === '2', { within: 10_000, what: 'the badge' });
        const watching = watchNotices(browser);
        let kills = 0;
        let alive = 0;
        const last = (due[1]?.dueAt ?? 0) + second;
        const chatter = inbox.buyer('Candra');
        while (kills < 50 || Date.now() < last) {
          // Each wakes the worker: something to record, and a look at what is due.
          if (kills % 2 === 0) inbox.buyerWrites(chatter);
          else inbox.sellerAnswers(chatter);
          await new Promise(resolve => setTimeout(resolve, random() * 400));
          if (await browser.backgroundRuns()) alive++;
          await browser.stopBackground();
          kills++;
        }
        console.log(`${name}: ${kills} kills, ${alive} of a worker at work`);
        const isSaid = async () => (await recordedAt(browser, due[1]?.id ?? '', '3min')).length === 1;
        await eventually(isSaid, { within: 35 * second, what: 'the second reminder' });
        await eventually(async () => (await browser.notifications()).length === 1, { within: 35 * second, what: 'it' });
        expect(await recordedAt(browser, due[0]?.id ?? '', '3min')).toHaveLength(1);
        const [notice] = await browser.notifications();
        await browser.stopBackground();
        await chat.hide();
        await browser.clickNotification(notice?.id ?? '');
        await eventually(() => chat.evaluate<boolean>('document.visibilityState === "visible"'), { what: 'the chat' });
        await browser.stopBackground();
        inbox.buyerWrites(inbox.buyer('Dian'));
        await eventually(async () => (await browser.badge()).text.startsWith(kills % 2 === 0 ? '3' : '4'), {
          what: 'the badge',
        });
        const seen = await watching.end();
        expect(seen).toEqual(['due 1', 'due 2']);
        expect((await noticeRow(browser))?.n).toBe(2);
      });
    },
    150_000,
  );
});

describe('the browser started again', () => {
  it.concurrent.each(browsers)(
    'in %s: with five who wait, the badge is right and each alarm is there once',
    async name => {
      await play(name, {}, async ({ inbox, browser, openChat }) => {
        await openChat();
        for (const buyer of ['Kirana', 'Lukman', 'Mega', 'Nanda', 'Omar']) inbox.buyerWrites(inbox.buyer(buyer));
        await eventually(async () => (await browser.badge()).text === '5', { within: 10_000, what: 'the badge' });
        for (const _ of [1, 2]) {
          await browser.restart();
          const ms = await eventually(async () => (await browser.badge()).text === '5×', {
            within: 10_000,
            what: 'it',
          });
          console.log(`${name}: started again → badge ${ms.toFixed(0)} ms`);
          const names = async () => (await browser.alarms()).map(alarm => alarm.name).sort();
          await eventually(async () => (await names()).join() === 'due,pulse', { what: 'both alarms, once' });
        }
      });
    },
    90_000,
  );
});
