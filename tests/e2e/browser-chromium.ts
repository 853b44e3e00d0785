import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { endWithMe } from '../tools/end-with-me.ts';
import { findBrowser } from '../tools/find-browser.mjs';
import type { ChatPage, ExtensionBrowser, LaunchOptions } from './browser.ts';
import { boxed, unboxed } from './browser-boxed.ts';
import { chatPage } from './browser-chat-page.ts';
import { type SiteAccess, siteAccess } from './browser-chromium-access.ts';
import { listenInTabs } from './browser-chromium-errors.ts';
import { chromiumPage, openChromiumPage } from './browser-chromium-page.ts';
import { refuseRoom } from './browser-chromium-room.ts';
import { ChromiumWorker } from './browser-chromium-worker.ts';
import { downloadsOf } from './browser-downloads.ts';
import { eventually } from './browser-eventually.ts';
import { alarmsExpression, badgeExpression } from './browser-questions.ts';

/** The service worker may not start by itself after a restart, so the id is learnt once. */
interface Running {
  browser: Browser;
  openedFirst?: ChatPage;
  /** Ends whatever is left of it. */
  end(): Promise<void>;
}

const isRegistered = `(async () => (await chrome.permissions.getAll()).origins.length === 0 ||
  (await chrome.scripting.getRegisteredContentScripts()).length > 0)()`;

export async function launchChromium(options: LaunchOptions): Promise<ExtensionBrowser> {
  const executable = findBrowser('chromium');
  if (executable === undefined) throw new Error('chromium not found: install it, or set LEKAS_CHROMIUM');
  const extensionDir = options.extensionDir ?? join(import.meta.dirname, '../../.output/e2e/chrome-mv3');
  const profile = await mkdtemp(join(tmpdir(), 'lekas-chromium-'));
  const first = await start(executable, extensionDir, profile, options);
  const { openFirst: _, ...later } = options;
  const again = () => start(executable, extensionDir, profile, later);
  return new Chromium(first, again, profile, extensionDir).ready();
}

async function start(executable: string, dir: string, profile: string, options: LaunchOptions): Promise<Running> {
  const { proxyPort, headless = true, openFirst, env } = options;
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless,
    userDataDir: profile,
    // The browser ends when its pipe does, so also when we crash.
    pipe: true,
    env: { ...process.env, ...env },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    enableExtensions: true,
    downloadBehavior: { policy: 'allow', downloadPath: downloadsOf(profile) },
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
    // With these, a hidden tab would run as if it were in front, and trials would lie.
    ignoreDefaultArgs: [
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
    args: [
      ...['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-component-update', '--disable-sync'],
      ...['--disable-background-networking', '--disable-features=OptimizationHints,MediaRouter,DialMediaRouteProvider'],
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
      '--ignore-certificate-errors',
      ...(openFirst === undefined ? [`--disable-extensions-except=${dir}`, `--load-extension=${dir}`] : []),
    ],
  });
  const pid = browser.process()?.pid;
  const end = pid === undefined ? async () => {} : endWithMe(pid, profile);
  // Chrome, unlike Chromium, does not load an extension from its command line any more.
  const isLoaded = openFirst === undefined && !basename(executable).startsWith('google-chrome');
  const openedFirst = openFirst === undefined ? {} : { openedFirst: await openChat(browser, openFirst) };
  if (!isLoaded) await browser.installExtension(dir);
  return { browser, end, ...openedFirst };
}

async function openChat(browser: Browser, url: string): Promise<ChatPage> {
  const page = await browser.newPage();
  const [curtain = page] = await browser.pages();
  const chat = chatPage(page, curtain, true);
  await chat.goto(url);
  return chat;
}

class Chromium implements ExtensionBrowser {
  readonly name = 'chromium';
  readonly downloads: string;
  #running: Running;
  #worker: ChromiumWorker;
  readonly #again: () => Promise<Running>;
  readonly #dir: string;
  #id = '';
  #beside: Promise<Page> | undefined;
  readonly #errors: string[] = [];
  readonly #crashed = new WeakSet<Page>();

  constructor(running: Running, again: () => Promise<Running>, profile: string, dir: string) {
    this.#dir = dir;
    this.downloads = downloadsOf(profile);
    this.#running = running;
    this.#again = again;
    this.#worker = this.#listen();
  }

  async ready(): Promise<this> {
    try {
      this.#id = await this.#worker.host();
      return this;
    } catch (error) {
      await this.close();
      throw new Error(`the extension did not start in Chromium: ${error instanceof Error ? error.message : error}`);
    }
  }

  get #browser() {
    return this.#running.browser;
  }

  get openedFirst() {
    return this.#running.openedFirst;
  }

  open(url: string) {
    return openChat(this.#browser, url);
  }

  async opened(path: string) {
    const there = async () => (await this.#browser.pages()).find(page => page.url() === this.#url(path));
    await eventually(there, { within: 10_000, what: path });
    const page = await there();
    if (!page) throw new Error(`${path} was closed`);
    return openChromiumPage(page);
  }

  async answerPrompt(): Promise<void> {
    throw new Error('Chromium asks outside of what a test can reach');
  }

  async page(path: string, options: Parameters<ExtensionBrowser['page']>[1] = {}) {
    const page = await this.#browser.newPage({ background: options.behind === true });
    return chromiumPage(page, this.#url(path), options);
  }

  badge() {
    return this.beside<Awaited<ReturnType<ExtensionBrowser['badge']>>>(badgeExpression('chrome'));
  }

  async openFromToolbar() {
    const id = this.#id;
    const session = await this.#browser.target().createCDPSession();
    // A tab is a target of its own, around its page; puppeteer hides them, and knows no such command yet.
    const { send } = session as unknown as { send(method: string, params: object): Promise<object> };
    const filter = [{ type: 'tab' }];
    const { targetInfos } = (await send.call(session, 'Target.getTargets', { filter })) as {
      targetInfos: readonly { readonly targetId: string; readonly url: string }[];
    };
    const chat = targetInfos.find(({ url }) => url.startsWith('https:'));
    if (!chat) throw new Error('no tab of a site, to whose window the button belongs');
    await send.call(session, 'Extensions.triggerAction', { id, targetId: chat.targetId });
    await session.detach();
  }

  async aroundSays(where: 'panel' | 'popup') {
    const [kind, path] = where === 'panel' ? ['SIDE_PANEL', 'sidepanel.html'] : ['POPUP', 'popup.html'];
    const open = `chrome.runtime.getContexts({ contextTypes: ['${kind}'] }).then(all => all.length > 0)`;
    if (!(await this.beside<boolean>(open))) return null;
    const target = this.#browser.targets().find(one => one.url() === this.#url(path));
    return target ? (await target.asPage()).evaluate('document.body.innerText').then(String) : null;
  }

  async tabs() {
    return (await this.#browser.pages()).map(page => page.url()).filter(url => url !== this.#url('background.js'));
  }

  async errors() {
    return this.#errors;
  }

  async inBackground<T>(expression: string): Promise<T> {
    return this.#worker.ask<T>(await this.#besidePage(), expression);
  }

  async beside<T>(expression: string): Promise<T> {
    return unboxed<T>(await (await this.#besidePage()).evaluate(boxed(expression)));
  }

  async backgroundRuns() {
    return this.#worker.isRunning(await this.#besidePage());
  }

  async backgroundHeap() {
    const session = await this.#worker.session(await this.#besidePage());
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  }

  async stopBackground() {
    await this.#worker.stop(await this.#besidePage());
  }

  async notifications() {
    const shown = await this.beside<Record<string, boolean>>('chrome.notifications.getAll()');
    return Object.keys(shown).map(id => ({ id, title: null, message: null }));
  }

  async clickNotification(id: string) {
    await this.inBackground(`void chrome.notifications.onClicked.dispatch(${JSON.stringify(id)})`);
  }

  alarms() {
    return this.beside<Awaited<ReturnType<ExtensionBrowser['alarms']>>>(alarmsExpression('chrome'));
  }

  grant(origins?: readonly string[]) {
    return this.#access('ON_ALL_SITES', origins);
  }

  revoke(origins?: readonly string[]) {
    return this.#access('ON_CLICK', origins);
  }

  async setRoom(room: 'full' | 'free') {
    await this.inBackground(refuseRoom(room === 'full'));
  }

  async update() {
    // As in `chrome://extensions`: an extension that reloads itself stays away from a browser that is driven.
    await this.#browser.installExtension(this.#dir);
    this.#beside = undefined;
    await this.#worker.host();
  }

  async crash(url: string) {
    // A tab that has crashed keeps its address: the one that is to crash is another.
    const page = (await this.#browser.pages()).find(page => page.url() === url && !this.#crashed.has(page));
    if (!page) throw new Error(`no tab of ${url} is left to crash`);
    const session = await page.createCDPSession();
    await session.send('Inspector.enable');
    session.once('Inspector.targetCrashed', () => this.#crashed.add(page));
    // Nobody is left to answer.
    void session.send('Page.crash').catch(() => {});
    await eventually(() => this.#crashed.has(page), { what: 'the crash' });
  }

  async hold(): Promise<void> {
    throw new Error('Chromium freezes a page instead');
  }

  async restart(between?: (profile: string) => Promise<void>) {
    await this.#browser.close();
    // The watcher of the old process would remove the profile, so it stays until the end.
    const old = this.#running;
    this.#beside = undefined;
    await between?.(dirname(this.downloads));
    const running = await this.#again();
    this.#running = { browser: running.browser, end: () => Promise.all([running.end(), old.end()]).then(() => {}) };
    this.#worker = this.#listen();
    // What is on the command line is installed anew at each start: Chromium need not wake it then, as it wakes what a store installed,
    // and has its scripts registered only once it runs. A chat that was opened before would be told to be loaded anew.
    await this.#worker.session(await this.#besidePage());
    await eventually(() => this.beside<boolean>(isRegistered), {
      within: 15_000,
      what: 'the scripts, registered again',
    });
  }

  async close() {
    await this.#browser.close().catch(() => {});
    await this.#running.end();
  }

  async #access(access: SiteAccess, origins?: readonly string[]) {
    if (origins) throw new Error('Chromium lets no test choose among hosts');
    await siteAccess(this.#browser, this.#id, access);
  }

  #url(path: string) {
    return `chrome-extension://${this.#id}/${path}`;
  }

  /** A tab behind all others that shows the background's source as text: it has the API and runs nothing of ours. */
  #besidePage(): Promise<Page> {
    this.#beside ??= (async () => {
      const page = await this.#browser.newPage({ background: true });
      await page.goto(this.#url('background.js'));
      return page;
    })();
    return this.#beside;
  }

  #listen(): ChromiumWorker {
    listenInTabs(this.#browser, this.#errors);
    return new ChromiumWorker(this.#browser, this.#errors);
  }
}
