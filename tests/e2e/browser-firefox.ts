import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { endWithMe } from '../tools/end-with-me.ts';
import { findBrowser } from '../tools/find-browser.mjs';
import { packed } from '../tools/packed.ts';
import { fillWithUsedProfile } from '../tools/used-profile.ts';
import type { ChatPage, ExtensionBrowser, LaunchOptions, PageOptions } from './browser.ts';
import { chatPage } from './browser-chat-page.ts';
import { downloadsOf } from './browser-downloads.ts';
import { eventually } from './browser-eventually.ts';
import { keepErrors, seenErrors } from './browser-firefox-errors.ts';
import { clickNotice, keepNotices, shownNotices } from './browser-firefox-notices.ts';
import { firefoxPage, openFirefoxPage } from './browser-firefox-page.ts';
import { FirefoxParent } from './browser-firefox-parent.ts';
import { keepRoom, roomExpression } from './browser-firefox-room.ts';
import { alarmsExpression, badgeExpression } from './browser-questions.ts';

interface Manifest {
  readonly optional_host_permissions?: readonly string[];
  readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
}

interface Running {
  browser: Browser;
  parent: FirefoxParent;
  /** Ends whatever is left of it. */
  end(): Promise<void>;
}

export async function launchFirefox(options: LaunchOptions): Promise<ExtensionBrowser> {
  const executable = findBrowser('firefox');
  if (executable === undefined) throw new Error('firefox not found: install it, or set LEKAS_FIREFOX');
  const extensionDir = options.extensionDir ?? join(import.meta.dirname, '../../.output/firefox-mv3');
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) as Manifest;
  const profile = await mkdtemp(join(tmpdir(), 'lekas-firefox-'));
  await fillWithUsedProfile(profile, executable);

  const running = await start(executable, profile, options);
  const openedFirst = options.openFirst === undefined ? undefined : await openChat(running.browser, options.openFirst);
  const firefox = new Firefox(running, () => start(executable, profile, options), manifest, profile, openedFirst);
  try {
    // Installed for good and not for the session, so that it is still there after a restart, as at a seller's.
    await running.parent.send('webExtension.install', {
      extensionData: { type: 'base64', value: await packed(extensionDir) },
      'moz:permanent': true,
    });
    // A person is asked by the extension, so it runs when the answer comes.
    await eventually(() => firefox.backgroundRuns(), { what: 'the start of the extension', within: 15_000 });
    if (options.granted !== false) await firefox.grant();
    return firefox;
  } catch (error) {
    await firefox.close();
    throw error;
  }
}

async function start(executable: string, profile: string, options: LaunchOptions): Promise<Running> {
  const { proxyPort, headless = true, env } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless,
    userDataDir: profile,
    env: { ...process.env, ...env },
    acceptInsecureCerts: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': '',
      // What is installed here was built a moment ago; nobody signed it.
      'xpinstall.signatures.required': false,
      // Who answers at once would be taken for someone who is being tricked.
      'security.notification_enable_delay': 0,
      'browser.download.folderList': 2,
      'browser.download.dir': downloadsOf(profile),
    },
  });
  const pid = browser.process()?.pid;
  const end = pid === undefined ? async () => {} : endWithMe(pid, profile);
  const parent = new FirefoxParent(browser);
  await parent.inParent('', keepNotices);
  await parent.inParent('', keepErrors);
  return { browser, parent, end };
}

async function openChat(browser: Browser, url: string): Promise<ChatPage> {
  const page = await browser.newPage();
  const [curtain = page] = await browser.pages();
  const chat = chatPage(page, curtain, false);
  await chat.goto(url);
  return chat;
}

class Firefox implements ExtensionBrowser {
  readonly name = 'firefox';
  readonly downloads: string;
  readonly openedFirst: ChatPage | undefined;
  #running: Running;
  readonly #again: () => Promise<Running>;
  readonly #id: string;
  readonly #optional: readonly string[];
  #beside: Promise<string> | undefined;
  #earlierErrors: string[] = [];
  #room: 'full' | 'free' = 'free';

  constructor(
    running: Running,
    again: () => Promise<Running>,
    manifest: Manifest,
    profile: string,
    openedFirst?: ChatPage,
  ) {
    this.openedFirst = openedFirst;
    this.downloads = downloadsOf(profile);
    this.#running = running;
    this.#again = again;
    this.#id = manifest.browser_specific_settings.gecko.id;
    this.#optional = manifest.optional_host_permissions ?? [];
  }

  open(url: string) {
    return openChat(this.#running.browser, url);
  }

  async opened(path: string) {
    const { parent } = this.#running;
    const there = async () =>
      (await parent.tabs()).find(({ url }) => /^moz-extension:/.test(url) && url.endsWith(`/${path}`));
    await eventually(there, { within: 10_000, what: path });
    const tab = await there();
    if (!tab) throw new Error(`${path} was closed`);
    return openFirefoxPage(parent, this.#id, tab.context);
  }

  async answerPrompt(yes: boolean) {
    // The window's own element for questions of extensions. One that lost its window's focus is put away, and is asked again.
    const press = `(() => {
      const name = 'addon-webext-permissions';
      const question = PopupNotifications.getNotification(name);
      const asked = document.getElementById(name + '-notification');
      if (!question) throw new Error('nothing is asked');
      if (!asked || PopupNotifications.panel.state !== 'open') {
        if (PopupNotifications.panel.state === 'closed') question.reshow();
        throw new Error('the question is not shown: ' + PopupNotifications.panel.state);
      }
      (${yes} ? asked.button : asked.secondaryButton).click();
      return true;
    })()`;
    const isAsked = `PopupNotifications.getNotification('addon-webext-permissions') !== null`;
    await eventually(() => this.#inParent<boolean>(press), { within: 10_000, every: 200, what: 'the question' });
    await eventually(async () => !(await this.#inParent<boolean>(isAsked)), { within: 10_000, what: 'its answer' });
  }

  async page(path: string, options: PageOptions = {}) {
    const context = await this.#running.parent.openTab(this.#id, path);
    return firefoxPage(this.#running.parent, this.#id, context, options);
  }

  badge() {
    return this.beside<Awaited<ReturnType<ExtensionBrowser['badge']>>>(badgeExpression('browser'));
  }

  async openFromToolbar() {
    await this.#inParent(`(() => {
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      if (!keyboard.beginInputTransactionForTests(window)) throw new Error('the window hears no keys');
      const strokes = [['Alt', 'AltLeft', 18], ['Shift', 'ShiftLeft', 16], ['L', 'KeyL', 76]]
        .map(([key, code, keyCode]) => new KeyboardEvent('', { key, code, keyCode }));
      for (const stroke of strokes) keyboard.keydown(stroke);
      for (const stroke of strokes.reverse()) keyboard.keyup(stroke);
    })()`);
  }

  aroundSays(where: 'panel' | 'popup') {
    const type = where === 'panel' ? 'sidebar' : 'popup';
    return this.beside<string | null>(
      `browser.extension.getViews({ type: '${type}' })[0]?.document.body.innerText ?? null`,
    );
  }

  async tabs() {
    const urls = (await this.#running.parent.tabs()).map(({ url }) => url);
    return urls.filter(url => !/^moz-extension:.*\/background\.js$/.test(url));
  }

  async errors() {
    return [...this.#earlierErrors, ...(await this.#inParent<string[]>(seenErrors))];
  }

  async inBackground<T>(expression: string): Promise<T> {
    await this.beside('browser.runtime.getBackgroundPage().then(() => true)');
    return this.beside<T>(expression);
  }

  async beside<T>(expression: string): Promise<T> {
    // The background's source, shown as text: it has the API and runs nothing of ours.
    this.#beside ??= this.#running.parent.openTab(this.#id, 'background.js');
    return this.#running.parent.evaluate<T>(await this.#beside, expression);
  }

  async backgroundRuns() {
    return (await this.#inParent<string>('policy.extension.backgroundState')) === 'running';
  }

  async backgroundHeap() {
    return null;
  }

  async stopBackground() {
    // A listener at work would hold it back; and a page that has something to say starts it again at once.
    const how = '{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }';
    const state = await this.#inParent<string>(
      `policy.extension.terminateBackground(${how}).then(() => policy.extension.backgroundState)`,
    );
    if (state === 'running') throw new Error('the event page did not end');
  }

  notifications() {
    return this.#inParent<Awaited<ReturnType<ExtensionBrowser['notifications']>>>(shownNotices);
  }

  clickNotification(id: string) {
    return this.#inParent<void>(clickNotice(id));
  }

  alarms() {
    return this.beside<Awaited<ReturnType<ExtensionBrowser['alarms']>>>(alarmsExpression('browser'));
  }

  grant(origins = this.#optional) {
    return this.#permissions('add', origins);
  }

  revoke(origins = this.#optional) {
    return this.#permissions('remove', origins);
  }

  async setRoom(room: 'full' | 'free') {
    this.#room = room;
    // What was being written when the storage starts anew may never be answered: no storage of a seller does that.
    await this.stopBackground();
    await this.#inParent(roomExpression(room));
    // What a page has kept open of `storage.local` is closed now, and stays so; a background that was woken meanwhile is such a page.
    await this.stopBackground();
    const beside = await this.#beside;
    this.#beside = undefined;
    if (beside !== undefined) await this.#running.parent.send('browsingContext.close', { context: beside });
  }

  async update() {
    await this.#inParent(`ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
      .AddonManager.getAddonByID(policy.id).then(addon => addon.reload()).then(() => true)`);
    this.#beside = undefined;
    await eventually(() => this.backgroundRuns(), { what: 'the start of the new one', within: 15_000 });
  }

  async crash(url: string) {
    process.kill(await this.#processOf(url), 'SIGKILL');
  }

  async hold(url: string, held: boolean) {
    process.kill(await this.#processOf(url), held ? 'SIGSTOP' : 'SIGCONT');
  }

  async restart(between?: (profile: string) => Promise<void>) {
    this.#earlierErrors = await this.errors();
    await this.#running.browser.close();
    // The watcher of the old process would remove the profile, so it stays until the end.
    const old = this.#running;
    this.#beside = undefined;
    await keepRoom(dirname(this.downloads), this.#room);
    await between?.(dirname(this.downloads));
    const running = await this.#again();
    this.#running = { ...running, end: () => Promise.all([running.end(), old.end()]).then(() => {}) };
  }

  /** Puts an end to it: nobody needs its profile any more, and writing that down takes a second. */
  async close() {
    await this.#running.end();
    await this.#running.browser.close().catch(() => {});
  }

  #inParent<T>(expression: string) {
    return this.#running.parent.inParent<T>(this.#id, expression);
  }

  #processOf(url: string) {
    // A tab that has crashed keeps its address, and has no process any more.
    return this.#inParent<number>(`gBrowser.tabs.map(tab => gBrowser.getBrowserForTab(tab))
      .filter(({ currentURI }) => currentURI.spec === ${JSON.stringify(url)})
      .map(({ browsingContext }) => browsingContext.currentWindowGlobal?.osPid ?? 0).find(pid => pid > 0)`);
  }

  async #permissions(change: 'add' | 'remove', origins: readonly string[]) {
    if (origins.length === 0) return;
    await this.#inParent(`ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
      .ExtensionPermissions.${change}(policy.id, ${JSON.stringify({ origins, permissions: [] })}, policy.extension)
      .then(() => true)`);
  }
}
