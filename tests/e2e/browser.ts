import type { Page } from 'puppeteer-core';
import { launchChromium } from './browser-chromium.ts';
import { eventually } from './browser-eventually.ts';
import { launchFirefox } from './browser-firefox.ts';
import { registeredExpression } from './browser-questions.ts';

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  readonly browser: BrowserName;
  /** The proxy of `serveAtRealAddresses`: the browser reaches nothing else. */
  readonly proxyPort: number;
  /** A built extension; without it, the one that `build` makes for this browser's tests. */
  readonly extensionDir?: string;
  /** Default: true. */
  readonly headless?: boolean;
  /** Firefox: whether every optional host is granted from the start. Default: true. */
  readonly granted?: boolean;
  /** An address that is open in a tab before the extension is installed. */
  readonly openFirst?: string;
  /** What its processes find in their environment beside what is in ours. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A real browser with a new profile and the extension in it. Both browsers are driven through this one interface. */
export interface ExtensionBrowser {
  readonly name: BrowserName;
  /** The folder that takes what is downloaded. */
  readonly downloads: string;
  /** A tab at a real address, in front of the others. */
  open(url: string): Promise<ChatPage>;
  /** A page of the extension, in a tab. */
  page(path: string, options?: PageOptions): Promise<ExtensionPage>;
  /** A page of the extension that the extension itself has opened. */
  opened(path: string): Promise<ExtensionPage>;
  /** The tab that was open before the extension was installed. */
  readonly openedFirst: ChatPage | undefined;
  /** Answers the browser's question for a permission, which must be on the screen. Firefox only. */
  answerPrompt(yes: boolean): Promise<void>;
  /** The toolbar button as the browser has it. Looking does not wake the background. */
  badge(): Promise<Badge>;
  /**
   * Opens the popup behind the toolbar's button. Firefox: by Alt+Shift+L, pressed on its window. Chromium's window hears no key
   * of a test; there it is the button that is pressed.
   */
  openFromToolbar(): Promise<void>;
  /** What the browser's own side panel, or the popup behind the button, says; `null` where it has none open. */
  aroundSays(where: 'panel' | 'popup'): Promise<string | null>;
  /** The addresses of all open tabs. */
  tabs(): Promise<string[]>;
  /** Uncaught errors of the extension, wherever they were: background, its pages, and its scripts in chat pages. */
  errors(): Promise<string[]>;
  /**
   * The value of an expression, which may be a promise, as JSON. Chromium evaluates it in the service worker. Firefox lets
   * nobody into an event page: there it is evaluated in another page of the extension, which has the same `browser`, the
   * same storage and databases, but not the background's own variables. In both, the background runs when it is evaluated.
   */
  inBackground<T>(expression: string): Promise<T>;
  /** The same without waking the background: in a page of the extension that has no script of its own. */
  beside<T>(expression: string): Promise<T>;
  /** Whether the service worker or event page runs at this moment. */
  backgroundRuns(): Promise<boolean>;
  /** Bytes that its scripts hold once what nobody needs was let go of. Chromium only: `null` elsewhere. */
  backgroundHeap(): Promise<number | null>;
  /** Ends the service worker or event page as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** What is shown now. Chromium tells the ids only. */
  notifications(): Promise<Notice[]>;
  /** As if a person had clicked it. */
  clickNotification(id: string): Promise<void>;
  alarms(): Promise<Alarm[]>;
  /**
   * Gives and takes host permissions while the extension runs, as a seller does in the browser's own page of extensions. Chromium
   * lets no test choose among them: there it is all that the e2e build asks for.
   */
  grant(origins?: readonly string[]): Promise<void>;
  revoke(origins?: readonly string[]): Promise<void>;
  /**
   * From here on nothing more finds room in the log, or all does again. Firefox is given a quota that is used up, and fails by
   * itself. Chromium heeds no quota for one who may store without limit: there the running worker is refused what it writes.
   */
  setRoom(room: 'full' | 'free'): Promise<void>;
  /** The extension is loaded anew under the pages that are open, as by an update; its own pages are gone. */
  update(): Promise<void>;
  /** The process of the tab in front of this address ends, as when it crashes. */
  crash(url: string): Promise<void>;
  /** That process is held, or goes on: it answers nobody, and no browser says why. Firefox only. */
  hold(url: string, held: boolean): Promise<void>;
  /** The browser is closed and started again with the same profile; its pages are gone. `between`: while it is closed. */
  restart(between?: (profile: string) => Promise<void>): Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

export interface Badge {
  /** What stands on the button in every tab that has no text of its own. */
  readonly text: string;
  /** `#rrggbb` */
  readonly color: string;
  readonly title: string;
  /** The texts of tabs in which it differs. */
  readonly inSomeTabs: readonly string[];
}

export interface Notice {
  readonly id: string;
  readonly title: string | null;
  readonly message: string | null;
}

export interface Alarm {
  readonly name: string;
  readonly scheduledTime: number;
  readonly periodInMinutes: number | null;
}

export interface PageOptions {
  /** Default: 380, the popup's. */
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: ColorScheme;
  /** What the page takes for the browser's language: 'vi', 'zh-CN'. In Firefox `i18n.getUILanguage()` does not follow. */
  readonly language?: string;
  /** Opened behind the tab that is in front. Default: false. */
  readonly behind?: boolean;
}

export type ColorScheme = 'light' | 'dark';

export interface ExtensionPage {
  evaluate<T>(expression: string): Promise<T>;
  /** Until the expression is truthy. */
  waitFor(expression: string, timeoutMs?: number): Promise<void>;
  click(selector: string): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** One key by its name, with modifiers in front: 'Tab', 'Shift+Tab', 'ArrowDown', 'Enter'. */
  press(key: string): Promise<void>;
  /** Gives a field for files this one, as if a person had chosen it. */
  chooseFile(selector: string, path: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  setColorScheme(scheme: ColorScheme): Promise<void>;
  /** As on paper, or on the screen again. */
  setMedium(medium: 'print' | 'screen'): Promise<void>;
  setSize(width: number, height: number): Promise<void>;
  reload(): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** A tab at a real address. */
export interface ChatPage {
  readonly puppeteer: Page;
  /** Uncaught errors and `console.error`, also those of content scripts in Chromium. */
  readonly errors: readonly string[];
  evaluate<T>(expression: string): Promise<T>;
  waitFor(expression: string, timeoutMs?: number): Promise<void>;
  click(selector: string): Promise<void>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  screenshot(path: string): Promise<void>;
  bringToFront(): Promise<void>;
  /** Puts another tab in front. */
  hide(): Promise<void>;
  /** Stops or resumes the page as a browser that saves energy does. Chromium only. */
  freeze(frozen: boolean): Promise<void>;
  /** What the page's main thread has done since this was first asked. Chromium only: `null` elsewhere. */
  work(): Promise<Work | null>;
  close(): Promise<void>;
}

export interface Work {
  /** What the thread computed in tasks, ms, and within them in scripts. */
  readonly taskMs: number;
  readonly scriptMs: number;
  /** Tasks over 50 ms by the clock, by length. */
  readonly longTasksMs: readonly number[];
  readonly heapBytes: number;
}

/** Starts a browser with the extension, ready to watch. It ends with `close`, or with this process, however that ends. */
export async function launch(options: LaunchOptions): Promise<ExtensionBrowser> {
  const chromium = options.browser === 'chromium';
  const browser = await (chromium ? launchChromium(options) : launchFirefox(options));
  if (options.granted === false) return browser;
  // A person takes longer than this to open a chat; a test would be there before the extension watches.
  const registered = registeredExpression(chromium ? 'chrome' : 'browser');
  await eventually(() => browser.beside(registered)).catch(() => {});
  return browser;
}
