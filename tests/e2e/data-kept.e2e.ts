import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadText } from '@/lib/i18n/load-text';
import { largestImport } from '@/lib/log/import-file';
import { readSettings } from '@/lib/settings/settings';
import { aFewDays, allLogged } from './a-few-days.ts';
import { dashboardIsAsRateOfSays, popupIsAsRateOfSays } from './as-rate-of-says.ts';
import type { ExtensionBrowser, ExtensionPage } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import { eventuallySays } from './eventually-is.ts';
import { kept } from './everything-kept.ts';
import { type ExportedFile, exportEverything } from './exported-file.ts';
import { rowsOf } from './in-the-log.ts';
import { rowsIn, textOf } from './in-the-popup.ts';
import { typeInto } from './on-the-settings.ts';
import { browsers, play } from './scene.ts';

/** Indonesian, so that no word of it is the browser's own language by chance. */
const language = 'id';
const rule = 'tiktok-shop/12h';

interface Screens {
  readonly popup: ExtensionPage;
  readonly dashboard: ExtensionPage;
  readonly settings: ExtensionPage;
}

/**
 * All that a page says, line by line, with what stands in its fields; without what tells the time, which goes on, or what
 * was just done.
 */
const said = `(() => {
  const page = document.body.cloneNode(true);
  for (const ticks of page.querySelectorAll('.waiting-left, .waiting-facts > span:first-child, .used h3 span, .coverage, [role=status], script'))
    ticks.remove();
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const lines = [];
  while (texts.nextNode()) if (texts.currentNode.data.trim()) lines.push(texts.currentNode.data.trim());
  const fields = [...document.querySelectorAll('input:not([type=file]), select')];
  return [...lines, ...fields.map(field => field.name.replace(/^_r.*/, '') + '=' + (field.type === 'checkbox' ? field.checked : field.value))];
})()`;

const saidBy = async ({ popup, dashboard, settings }: Screens) => ({
  popup: await popup.evaluate<string[]>(said),
  dashboard: await dashboard.evaluate<string[]>(said),
  // It says what time it is in the zone that counts.
  settings: (await settings.evaluate<string[]>(said)).map(line => line.replace(/, \d\d\.\d\d\.$/, '')),
});

/** All of it but when it was made; settings as they are read, which holds what is usual too. */
const contentOf = ({ text }: ExportedFile) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map(line => JSON.parse(line) as { is: string; settings?: unknown })
    .map(row => (row.is === 'settings' ? readSettings(row.settings) : row));

const fileField = '#data input[type=file]';

/** Chooses a language as a person does of the list. */
const speak = (settings: ExtensionPage, locale: string) =>
  settings.evaluate(`(() => {
    const select = document.querySelector('#screen select');
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, '${locale}');
    select.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);

/** From here on the page tells how many bytes of chosen files were read, whichever way. */
const countReading = `(() => {
  globalThis.bytesRead = 0;
  const { stream, text, arrayBuffer } = Blob.prototype;
  Blob.prototype.stream = function () {
    return stream.call(this).pipeThrough(new TransformStream({
      transform(piece, to) { globalThis.bytesRead += piece.byteLength; to.enqueue(piece); },
    }));
  };
  Blob.prototype.text = function () { globalThis.bytesRead += this.size; return text.call(this); };
  Blob.prototype.arrayBuffer = function () { globalThis.bytesRead += this.size; return arrayBuffer.call(this); };
})()`;

/** Files that are none of ours or not whole any more, each with what is said of it. */
async function badFiles(folder: string, { text }: ExportedFile) {
  const { t } = await loadText(language);
  const lines = text.trim().split('\n');
  const [head = ''] = lines;
  const middle = Math.floor(lines.length / 2);
  const put = async (name: string, content: string, size?: number) => {
    const path = join(folder, name);
    await writeFile(path, content);
    // Grown without being written: it takes no room on the disk, and to a browser it is as long as it says.
    if (size !== undefined) await truncate(path, size);
    return path;
  };
  const limit = String(largestImport / 1_000_000);
  return [
    {
      path: await put('orders.csv', 'Order ID,Buyer,Total\n5778,Siti,120000\n'),
      words: t('import_notOurs_error'),
    },
    {
      path: await put('no-end.jsonl', `${lines.slice(0, -1).join('\n')}\n`),
      words: t('import_truncated_error', { 0: `${lines.length - 2}` }),
    },
    {
      path: await put('half-a-line.jsonl', [...lines.slice(0, middle), lines[middle]?.slice(0, 20)].join('\n')),
      words: t('import_line_error', { 0: String(middle + 1) }),
    },
    {
      path: await put('huge.jsonl', `${head}\n`, 1_000_000_000),
      words: t('import_tooLarge_error', { 0: limit }),
      most: 0,
    },
    {
      path: await put('no-line-ends.jsonl', `${head}\n`, largestImport - 1),
      words: t('import_line_error', { 0: '2' }),
      // What a browser has at hand when it is told to stop; the file has 500 times as much.
      most: 16_000_000,
    },
    {
      path: await put('film.mp4', '\0\0\0 ftypisom', largestImport),
      words: t('import_notOurs_error'),
      most: 16_000_000,
    },
  ];
}

/** Nothing of it is imported: that is said, and the log, the settings and the other screens are as they were. */
async function refuses(
  { settings, browser, screens }: { settings: ExtensionPage; browser: ExtensionBrowser; screens: Screens },
  { path, words, most = Number.POSITIVE_INFINITY }: { path: string; words: string; most?: number },
): Promise<void> {
  const before = [await browser.beside<string>(kept), await saidBy(screens)];
  await settings.evaluate('void (globalThis.bytesRead = 0)');
  await settings.chooseFile(fileField, path);
  await eventuallySays(settings, words);
  expect(await settings.evaluate<number>('globalThis.bytesRead')).toBeLessThanOrEqual(most);
  // The page is at work again: another file can be chosen.
  expect(await settings.evaluate(`document.querySelector('${fileField}').disabled`)).toBe(false);
  expect(await browser.beside<string>(kept)).toBe(before[0]);
  expect({ ...(await saidBy(screens)), settings: [] }).toEqual({ ...(before[1] as object), settings: [] });
}

describe.concurrent.each(browsers)('in %s', name => {
  it('what is exported is what the screens show; wiped they are empty, imported as before, and no bad file harms', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lekas-files-'));
    try {
      await play(name, { before: aFewDays, encoding: 'lz4' }, async ({ inbox, browser, openChat, openPopup }) => {
        const text = await loadText(language);
        const chat = await openChat();
        inbox.buyerWrites(inbox.buyer('Ratih Kusumawardani'));
        inbox.buyerWrites(inbox.buyer('‏محمد عبد الرحمن'));
        await allLogged(inbox, browser);
        // Names are the page's to tell.
        const named = async () => (await rowsOf<{ buyer?: string }>(browser, 'conversations')).every(row => row.buyer);
        await eventually(named, { within: 15_000, what: 'every buyer by name' });
        // An open chat would be read anew after the wipe.
        await chat.close();

        const settings = await browser.page('options.html', { width: 1100, height: 900 });
        await settings.waitFor('document.querySelector("[data-counting-shop]")', 15_000);
        await speak(settings, language);
        await eventuallySays(settings, text.t('settings_data_title'));
        await typeInto(settings, `${rule} target`, '40');
        await settings.press('Enter');
        await settings.click('.form-end [type=submit]');
        const popup = await openPopup();
        await popup.waitFor('document.querySelectorAll("[data-conversation]").length > 2', 15_000);
        const row = (await rowsIn(popup)).at(-1)?.conversation;
        await popup.bringToFront();
        await popup.evaluate(
          `void document.querySelector('[data-conversation="${row}"]').parentElement.querySelector('.waiting-more').click()`,
        );
        await popup.waitFor('document.querySelector("[data-mark=spam]")');
        await popup.evaluate('void document.querySelector("[data-mark=spam]").click()');
        await settings.waitFor(`document.querySelector('[data-marked="${row}"]')`, 10_000);
        const dashboard = await browser.page('dashboard.html', { width: 1100, height: 900 });
        await dashboard.waitFor('document.querySelector("[data-sum]")', 15_000);

        // A tab that is closed takes what was on its way with it, and Firefox says so.
        const closing = await browser.errors();
        const file = await exportEverything(browser, settings);
        expect(file.rules.find(({ id }) => id === rule)?.target).toBe(0.4);
        await popup.waitFor('document.querySelector("[role=meter]")');
        await popupIsAsRateOfSays(popup, file, text);
        await dashboardIsAsRateOfSays(dashboard, file, text);
        const screens = { popup, dashboard, settings };
        const before = await saidBy(screens);

        await settings.bringToFront();
        await settings.evaluate(countReading);
        for (const bad of await badFiles(folder, file)) await refuses({ settings, browser, screens }, bad);

        await settings.click('.delete-box input');
        await settings.type(`${text.t('settings_delete_word')}x`);
        expect(await settings.evaluate('document.querySelector(".delete-box [type=submit]").disabled')).toBe(true);
        await settings.press('Backspace');
        await settings.press('Enter');
        await eventually(async () => (await rowsOf(browser, 'messages')).length === 0, { what: 'the empty log' });
        const english = await loadText('en');
        await eventuallySays(popup, english.t('popup_none_title'));
        await eventuallySays(dashboard, english.t('popup_none_title'));
        await eventuallySays(settings, english.t('settings_used_none'));
        for (const page of [popup, dashboard, settings]) expect(await textOf(page)).not.toMatch(/Ratih|محمد|Wulan/);

        await settings.chooseFile(fileField, file.path);
        await popup.waitFor('document.querySelector("[role=meter]")', 15_000);
        await dashboard.waitFor('document.querySelector("[data-sum]")', 15_000);
        await settings.waitFor('document.querySelector("[data-counting-shop]")', 15_000);
        await eventuallySays(settings, text.t('settings_import_done', { count: file.text.split('\n').length - 3 }));
        expect(contentOf(await exportEverything(browser, settings))).toEqual(contentOf(file));
        await dashboardIsAsRateOfSays(dashboard, file, text);
        // Asked until it is so; what is still another is told line by line.
        const asBefore = async () => isDeepStrictEqual(await saidBy(screens), before);
        await eventually(asBefore, { within: 10_000 }).catch(() => {});
        expect(await saidBy(screens)).toEqual(before);
        expect(await browser.errors()).toEqual(closing);
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 120_000);
});
