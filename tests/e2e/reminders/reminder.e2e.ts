import { describe, expect, it } from 'vitest';
import { eventually } from '../browser-eventually.ts';
import { rowsOf } from '../in-the-log.ts';
import { browsers, play } from '../scene.ts';

const second = 1000;

describe.each(browsers)('in %s', name => {
  it('after 100 s of waiting it reminds, once, with the tab hidden and the worker asleep; a click shows the chat', async () => {
    const askedAt = Date.now() - 74 * second;
    await play(
      name,
      {
        before(inbox) {
          const buyer = inbox.buyer('Vina Maharani', askedAt);
          inbox.buyerWrites(buyer, { at: askedAt, quiet: true });
        },
      },
      async ({ inbox, browser, openChat }) => {
        const chat = await openChat();
        await eventually(async () => (await browser.badge()).text === '1', { what: 'the badge' });
        await chat.hide();
        await browser.stopBackground();
        await eventually(async () => (await browser.notifications()).length > 0, { within: 55 * second, what: 'it' });
        const late = Date.now() - (askedAt + 100 * second);
        console.log(`${name}: reminded ${late} ms after 100 s of waiting`);
        const [notice, ...more] = await browser.notifications();
        expect(more).toEqual([]);
        expect(notice?.id).toMatch(/^due /);
        if (notice?.title !== null) expect(notice?.title).toContain('Vina Maharani');
        const fired = await rowsOf<{ key: string }>(browser, 'reminders');
        const ofMinutes = fired.filter(({ key }) => key.includes('3min'));
        expect(ofMinutes).toHaveLength(1);
        expect(ofMinutes[0]?.key).toContain(inbox.conversations[0]?.id);

        await browser.clickNotification(notice?.id ?? '');
        await eventually(() => chat.evaluate<boolean>('document.visibilityState === "visible"'), { what: 'the chat' });
        expect(await chat.evaluate<number>('window.__inboxStats.clicks')).toBe(0);
      },
    );
  }, 90_000);
});
