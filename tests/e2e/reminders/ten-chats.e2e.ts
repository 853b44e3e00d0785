import { describe, expect, it } from 'vitest';
import { eventually } from '../browser-eventually.ts';
import { browsers, play } from '../scene.ts';
import { dueIn, noticeRow, watchNotices } from '../when-reminded.ts';

const second = 1000;
const until = (moment: number) => new Promise(resolve => setTimeout(resolve, Math.max(0, moment - Date.now())));

// What mostly waits is tried in both browsers side by side.
describe('ten chats', () => {
  it.concurrent.each(browsers)(
    'in %s: that become due within ten seconds make one notification, and none of them a second one',
    async name => {
      const before = (inbox: Parameters<typeof dueIn>[0]) => {
        for (let i = 0; i < 10; i++) dueIn(inbox, '3min', (35 + i) * second, `Pembeli ${i}`);
      };
      await play(name, { before }, async ({ inbox, browser, openChat }) => {
        await openChat();
        await eventually(async () => (await browser.badge()).text === '10', { within: 10_000, what: 'the badge' });
        expect(await browser.notifications()).toEqual([]);
        const watching = watchNotices(browser);
        await eventually(async () => (await browser.notifications()).length > 0, { within: 60 * second, what: 'it' });
        await until(Date.now() + 11 * second);
        expect(await watching.end()).toEqual(['due 1']);
        const row = await noticeRow(browser);
        expect(row?.n).toBe(1);
        expect(row?.says.map(({ conversation }) => conversation).sort()).toEqual(
          inbox.conversations.map(c => c.id).sort(),
        );
        const [notice] = await browser.notifications();
        if (name === 'firefox') expect(notice?.title).toContain('10');
      });
    },
    90_000,
  );
});
