import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../tools/system-clock.ts';
import { eventually } from '../browser-eventually.ts';
import { browsers, play } from '../scene.ts';
import { dueIn, noticeRow, recordedAt } from '../when-reminded.ts';

const second = 1000;
const clock = systemClock();
afterAll(() => clock?.end());

describe.skipIf(clock === null)('the computer’s clock is set', () => {
  it.each(browsers)(
    'two hours forward and back (%s): nothing fires twice, nothing is lost',
    async name => {
      const due: { id: string; dueAt: number }[] = [];
      const before = (inbox: Parameters<typeof dueIn>[0]) => {
        // Reminded of before; to be reminded of only once the clock is forward.
        due.push(dueIn(inbox, '3min', 10 * second, 'Vina'), dueIn(inbox, '12h', 3600 * second, 'Yusuf'));
      };
      await clock?.set(0);
      await play(name, { before }, async ({ inbox, browser, openChat }) => {
        const chat = await openChat();
        const [first, second12h] = due.map(({ id }) => id);
        const counts = async () => ({
          first: (await recordedAt(browser, first ?? '', '3min')).length,
          later: (await recordedAt(browser, second12h ?? '', '12h')).length,
          notices: (await noticeRow(browser))?.n ?? 0,
          open: (await browser.notifications()).length,
        });
        const become = async (wanted: Awaited<ReturnType<typeof counts>>, what: string) => {
          let last: unknown;
          await eventually(
            async () => {
              last = await counts();
              return JSON.stringify(last) === JSON.stringify(wanted);
            },
            { within: 40 * second, every: 200, what },
          ).catch(error => {
            throw new Error(`${error}; ${JSON.stringify(last)}`);
          });
        };
        await become({ first: 1, later: 0, notices: 1, open: 1 }, 'the first');

        await clock?.set(7200);
        const ahead = (await chat.evaluate<number>('Date.now()')) - Date.now();
        expect(Math.abs(ahead - 7_200_000)).toBeLessThan(5 * second);
        const chatter = inbox.buyer('Candra');
        inbox.buyerWrites(chatter);
        inbox.sellerAnswers(chatter);
        await become({ first: 1, later: 1, notices: 2, open: 1 }, 'what is due by the new hour');

        await clock?.set(0);
        inbox.buyerWrites(chatter);
        inbox.sellerAnswers(chatter);
        // Rings by the hour that is now, not by one that is two hours off.
        const pulse = async () => (await browser.alarms()).find(alarm => alarm.name === 'pulse')?.scheduledTime ?? 0;
        await eventually(async () => (await pulse()) < Date.now() + 95 * second, {
          within: 30 * second,
          what: 'the pulse',
        });
        await become({ first: 1, later: 1, notices: 2, open: 1 }, 'nothing anew');
        const at = Date.now() - 90 * second;
        const late = inbox.buyer('Laras', at);
        inbox.buyerWrites(late, { at });
        const isSaid = async () => (await recordedAt(browser, late.id, '3min')).length === 1;
        await eventually(isSaid, { within: 40 * second, what: 'the next one' });
        await become({ first: 1, later: 1, notices: 3, open: 1 }, 'one more');
        console.log(`${name}: forward and back, 3 reminders in 3 notices`);
      });
    },
    150_000,
  );
});
