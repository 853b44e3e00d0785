import { describe, expect, it } from 'vitest';
import type { ShopRow } from '@/lib/log/log-db';
import type { SeededShop } from '../tools/screenshots/seed.ts';
import type { ExtensionBrowser, ExtensionPage } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import { focusOn } from './by-keyboard.ts';
import { eventuallyIs, eventuallySays } from './eventually-is.ts';
import { rowsOf } from './in-the-log.ts';
import { metersOf, rowsIn, textOf } from './in-the-popup.ts';
import { choose, referenceOf, storedCounting, typeInto } from './on-the-settings.ts';
import { browsers, play } from './scene.ts';
import { seeding } from './seeding.ts';

const rule = 'tiktok-shop/12h';
const story = {
  shop: 'tiktok-shop/ID/7494012345678904711',
  seed: 3,
  days: 25,
  chatsADay: 5,
  // The last has waited 13 hours: it counts as missed.
  waiting: 9,
  buyers: ['Siti Nurhaliza', 'Raka Adiputro', 'Fitrah Nugrahadi'],
  quick: 0.7,
  health: { state: 'watching' },
} as const satisfies SeededShop;
const { shop } = story;
const missed = 'waits-8';

interface Desk {
  readonly browser: ExtensionBrowser;
  readonly popup: ExtensionPage;
  readonly settings: ExtensionPage;
}

/** A shop with a history, its popup, and the settings page in front. */
async function atTheDesk(name: (typeof browsers)[number], act: (desk: Desk) => Promise<void>): Promise<void> {
  const seed = await seeding();
  await play(name, {}, async ({ browser, openPopup }) => {
    await browser.beside(`${seed}.seed(${JSON.stringify([story])})`);
    const popup = await openPopup();
    await popup.waitFor('document.querySelector("[role=meter]")', 15_000);
    const settings = await browser.page('options.html', { width: 1100, height: 900 });
    await settings.waitFor('document.querySelector("[data-counting-shop]")', 15_000);
    await act({ browser, popup, settings });
    expect(await browser.errors()).toEqual([]);
  });
}

/** Until the popup shows what the reference gives under the settings that are stored. Gives what it shows. */
async function asTheReference({ browser, popup }: Desk, isAnother: (counted: number) => boolean = () => true) {
  const shown = async () => {
    const { [rule]: meter } = await metersOf(popup);
    return { now: meter?.now ?? null, counted: meter?.counted ?? -1 };
  };
  await eventually(
    async () => {
      const [meter, wanted] = [await shown(), await referenceOf(browser, shop, rule)];
      if (JSON.stringify(meter) === JSON.stringify(wanted) && isAnother(meter.counted)) return true;
      throw new Error(JSON.stringify({ meter, wanted }));
    },
    { within: 20_000, every: 200, what: 'what the reference gives' },
  );
  return shown();
}

const nothingIsCounted = (settings: ExtensionPage) =>
  settings.waitFor('!document.querySelector(".counting-again")', 20_000);

/** The zone in which the figures on screen were counted. */
async function zoneOfFigures(browser: ExtensionBrowser): Promise<string | undefined> {
  const [row] = await rowsOf<Pick<ShopRow, 'complete'>>(browser, 'shops');
  return row?.complete.rules[0]?.zone;
}

describe.concurrent.each(browsers)('in %s', name => {
  it('target, hours, zone and holidays that are chosen are those the popup counts by', async () => {
    await atTheDesk(name, async desk => {
      const { browser, popup, settings } = desk;
      const usual = await asTheReference(desk);
      expect(usual.counted).toBeGreaterThan(80);

      await typeInto(settings, `${rule} target`, '70');
      await eventuallySays(settings, 'Saving counts nothing again');
      await settings.click('.form-end [type=submit]');
      await eventuallySays(popup, 'target (70%)');
      expect(await asTheReference(desk)).toEqual(usual);

      await choose(settings, `${rule} hours`, 'own');
      await typeInto(settings, `${rule} from`, '9:00');
      await typeInto(settings, `${rule} to`, '17:00');
      await eventuallySays(settings, 'chats of this shop again for: 12-hour response rate');
      await settings.click('.form-end [type=submit]');
      await asTheReference(desk, counted => counted < usual.counted);
      await nothingIsCounted(settings);
      expect(await storedCounting(browser, shop)).toMatchObject({
        targets: { [rule]: 0.7 },
        hours: { [rule]: { from: '09:00', to: '17:00' } },
      });

      await typeInto(settings, 'zone', 'America/Sao_Paulo');
      await settings.click('.form-end [type=submit]');
      // As many may have written in these hours there as here: what the figures were counted by tells it.
      await eventuallyIs(() => zoneOfFigures(browser), 'America/Sao_Paulo', { within: 20_000 });
      await asTheReference(desk, counted => counted < usual.counted);
      await nothingIsCounted(settings);

      await typeInto(settings, 'zone', 'Jakarta');
      await settings.click('.form-end [type=submit]');
      await eventuallySays(settings, 'This time zone is not known');
      expect(await storedCounting(browser, shop)).toMatchObject({ zone: 'America/Sao_Paulo' });
      await typeInto(settings, 'zone', ' ');
      await choose(settings, `${rule} hours`, 'rule');
      await settings.click('.form-end [type=submit]');
      expect(await asTheReference(desk, counted => counted === usual.counted)).toEqual(usual);

      const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
      await choose(settings, 'holiday from', `${day(15)}T00:00`);
      await choose(settings, 'holiday to', `${day(5)}T00:00`);
      await settings.click('.holiday-box form [type=submit]');
      await asTheReference(desk, counted => counted < usual.counted);
    });
  });

  it('Holiday Mode is on with one click, nobody who writes then has a deadline, and off with another', async () => {
    await play(name, {}, async ({ inbox, browser, openChat, openPopup }) => {
      await openChat();
      const first = inbox.buyer('Ratih Kusumawardani');
      inbox.buyerWrites(first);
      const popup = await openPopup();
      await eventuallyIs(async () => (await rowsIn(popup)).map(({ deadline }) => deadline !== null), [true], {});
      const settings = await browser.page('options.html', { width: 1100, height: 900 });
      await settings.waitFor('document.querySelector(".holiday-box .primary")', 15_000);
      await settings.click('.holiday-box .primary');
      await eventuallySays(settings, 'until you end it\nEnd now');
      inbox.buyerWrites(inbox.buyer('Wulan Sari'));
      await eventuallyIs(async () => (await rowsIn(popup)).map(({ deadline }) => deadline !== null), [true, false], {});
      await settings.click('.holiday-box .primary');
      await settings.waitFor('document.querySelector(".holiday-box").dataset.holiday === "false"');
      inbox.buyerWrites(inbox.buyer('Intan Permata'));
      await eventuallyIs(
        async () => (await rowsIn(popup)).map(({ deadline }) => deadline !== null),
        [true, true, false],
        {},
      );
    });
  });

  it('a chat that does not count leaves list, badge and rate, and is taken back in the settings', async () => {
    await atTheDesk(name, async desk => {
      const { browser, popup, settings } = desk;
      const usual = await asTheReference(desk);
      const before = await rowsIn(popup);
      await popup.bringToFront();
      const row = `document.querySelector('[data-conversation="${missed}"]')`;
      await popup.evaluate(`void ${row}.parentElement.querySelector('.waiting-more').click()`);
      await popup.waitFor('document.querySelector("[data-mark=spam]")');
      await popup.evaluate('void document.querySelector("[data-mark=spam]").click()');
      await eventuallyIs(async () => (await rowsIn(popup)).length, before.length - 1, { within: 10_000 });
      expect(await asTheReference(desk, counted => counted === usual.counted - 1)).not.toEqual(usual);
      await eventuallyIs(async () => (await browser.badge()).text.match(/\d+/)?.[0], String(before.length - 1), {});

      await settings.bringToFront();
      await settings.waitFor(`document.querySelector('[data-marked="${missed}"]')`);
      await settings.evaluate(`void document.querySelector('[data-marked="${missed}"] button').click()`);
      expect(await asTheReference(desk, counted => counted === usual.counted)).toEqual(usual);
      await eventuallyIs(async () => (await rowsIn(popup)).length, before.length, { within: 10_000 });
    });
  });

  it('all of it is done without a mouse, and names that are off are nowhere', async () => {
    await atTheDesk(name, async ({ browser, popup, settings }) => {
      await popup.bringToFront();
      const before = await rowsIn(popup);
      await focusOn(popup, '[data-conversation]', 'ArrowDown', 2);
      await popup.press('Tab');
      await popup.press('Enter');
      await focusOn(popup, '[data-mark=other]');
      await popup.press('Enter');
      await eventuallyIs(async () => (await rowsIn(popup)).length, before.length - 1, { within: 10_000 });

      await settings.bringToFront();
      await settings.evaluate('void document.activeElement.blur()');
      await focusOn(settings, `[name="${rule} target"]`);
      await settings.type('71');
      await settings.press('Enter');
      await eventuallyIs(async () => (await storedCounting(browser, shop)).targets?.[rule], 0.71, {});
      await focusOn(settings, `[name="${rule} first"]`);
      await settings.type('180');
      await focusOn(settings, '[name="names"]');
      expect(await textOf(popup)).toContain('Raka Adiputro');
      await settings.press('Space');
      await eventually(async () => !/Siti|Raka|Fitrah/.test(await textOf(popup)), { within: 10_000, what: 'no name' });
      const api = name === 'chromium' ? 'chrome' : 'browser';
      const { reminding } = await browser.beside<{ reminding: object }>(
        `${api}.storage.local.get('settings').then(({ settings }) => settings)`,
      );
      expect(reminding).toMatchObject({ names: false, leads: { [rule]: [10_800, 1800] } });
      await focusOn(settings, '[data-marked] button');
      await settings.press('Enter');
      await eventuallyIs(async () => (await rowsIn(popup)).length, before.length, { within: 10_000 });
    });
  });
});
