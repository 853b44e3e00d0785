import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { kept } from './everything-kept.ts';
import { untilLogged } from './in-the-log.ts';
import { browsers, play } from './scene.ts';

const readJson = async (path: string): Promise<Record<string, unknown>> => JSON.parse(await readFile(path, 'utf8'));

describe.concurrent.each(browsers)('in %s', name => {
  it('no text is kept, nothing is sent, and the page is not touched', async () => {
    await play(name, { encoding: 'lz4' }, async ({ inbox, browser, openChat, openPopup }) => {
      inbox.seed({ conversations: 12, messages: 200 });
      const chat = await openChat();
      await openPopup();
      const buyer = inbox.buyer('Umi Kalsum');
      const before = inbox.markedRead.length;
      inbox.buyerWrites(buyer, { text: 'where is my parcel, it is blue' });
      inbox.sellerAnswers(buyer, { text: 'on its way to you' });
      await untilLogged(inbox, browser);

      const everything = await browser.beside<string>(kept);
      expect(everything).toContain(buyer.id);
      expect(inbox.texts.size).toBeGreaterThan(10);
      expect([...inbox.texts].filter(text => text.length > 3 && everything.includes(text))).toEqual([]);
      expect(everything).not.toContain(inbox.token);

      const stats = await chat.evaluate<Record<string, number>>('window.__inboxStats');
      expect(stats).toMatchObject({ otherChanges: 0, clicks: 0, focuses: 0, keys: 0 });
      expect(inbox.markedRead).toHaveLength(before);
      expect(chat.errors).toEqual([]);
      // What reached a network is looked at behind this scene, as behind every other.
    });
  });

  it('the page finds fetch, XMLHttpRequest and WebSocket as they are without Lekas', async () => {
    await play(name, {}, async ({ browser, inbox, openChat }) => {
      const look = `JSON.stringify([fetch, XMLHttpRequest, WebSocket, XMLHttpRequest.prototype.open,
        XMLHttpRequest.prototype.send, Function.prototype.toString].map(it => [it.name, it.length, String(it),
        Function.prototype.toString.call(it), Object.getOwnPropertyNames(it).sort().join()]).concat([
        [new WebSocket('wss://${inbox.options.socketHost}/other') instanceof WebSocket, WebSocket.OPEN,
          WebSocket.prototype.constructor === WebSocket, typeof fetch.call]]))`;
      const chat = await openChat();
      const withLekas = await chat.evaluate<string>(look);
      const elsewhere = await browser.open(inbox.url.replace(/\/chat\/.*$/, '/homepage'));
      expect(withLekas).toBe(await elsewhere.evaluate<string>(look));
    });
  });
});

it('the build for the tests asks at installation for what is optional, and differs in nothing else', async () => {
  const shipped = await readJson('.output/chrome-mv3/manifest.json');
  const tested = await readJson('.output/e2e/chrome-mv3/manifest.json');
  const { optional_host_permissions: hosts, optional_permissions: optional, permissions, ...rest } = shipped;
  const { host_permissions: granted, permissions: all, ...others } = tested;
  expect(hosts).toEqual(granted);
  expect(new Set([all].flat())).toEqual(new Set([permissions, optional].flat()));
  expect(rest).toEqual(others);
});

it.each(['chrome-mv3', 'firefox-mv3'])('%s asks for no more than it needs', async target => {
  const manifest = await readJson(`.output/${target}/manifest.json`);
  // Firefox makes sound in its event page and has a sidebar without asking; Chrome wants a permission for each.
  const chromes = target === 'chrome-mv3' ? ['offscreen', 'sidePanel'] : [];
  expect(manifest.permissions).toEqual([
    ...['alarms', 'notifications', 'storage', 'unlimitedStorage', 'scripting', 'contextMenus'],
    ...chromes,
  ]);
  expect(manifest.host_permissions).toBeUndefined();
  expect(manifest.content_scripts).toBeUndefined();
  expect(manifest.manifest_version).toBe(3);
});

it('Firefox is told that nothing is collected, and knows the extension by a name of its own', async () => {
  const { browser_specific_settings: settings } = await readJson('.output/firefox-mv3/manifest.json');
  expect(settings).toMatchObject({
    gecko: { id: 'lekas@lekas.app', data_collection_permissions: { required: ['none'] } },
  });
});
