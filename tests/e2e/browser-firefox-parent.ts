import type { Browser } from 'puppeteer-core';
import { boxed, unboxed } from './browser-boxed.ts';

/** A tab or window as WebDriver BiDi knows it. */
interface Context {
  readonly context: string;
  readonly url: string;
}

/**
 * Firefox over WebDriver BiDi, below puppeteer: puppeteer sees no tab of an extension, and nothing of the browser's own
 * window, from which extensions are installed, granted hosts and opened.
 */
export class FirefoxParent {
  readonly #browser: Browser;
  #window: string | undefined;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  async send(method: string, params: object): Promise<Record<string, unknown>> {
    // puppeteer keeps its connection out of its types; the harness is built against one version of it.
    const { connection } = this.#browser as unknown as {
      connection: { send(method: string, params: object): Promise<{ result: Record<string, unknown> }> };
    };
    return (await connection.send(method, params)).result;
  }

  async tabs(): Promise<Context[]> {
    const { contexts } = await this.send('browsingContext.getTree', { maxDepth: 0 });
    return contexts as Context[];
  }

  /** Evaluates in a tab or window. */
  async evaluate<T>(context: string, expression: string): Promise<T> {
    const answer = (await this.send('script.evaluate', {
      expression: boxed(expression),
      target: { context },
      awaitPromise: true,
      userActivation: true,
    })) as { result?: { value?: unknown }; exceptionDetails?: { text: string } };
    if (answer.exceptionDetails !== undefined) throw new Error(answer.exceptionDetails.text);
    return unboxed<T>(answer.result?.value);
  }

  /** Evaluates in the browser's own window, with the browser's own powers; `policy` there is the extension. */
  async inParent<T>(id: string, expression: string): Promise<T> {
    this.#window ??= await this.#mainWindow();
    return this.evaluate<T>(
      this.#window,
      `(async policy => (${expression}))(WebExtensionPolicy.getByID(${JSON.stringify(id)}))`,
    );
  }

  /** Opens a page of the extension behind the tab in front, and tells the new tab. */
  async openTab(id: string, path: string): Promise<string> {
    const before = new Set((await this.tabs()).map(({ context }) => context));
    const url = await this.inParent<string>(
      id,
      `gBrowser.addTrustedTab(policy.getURL(${JSON.stringify(path)})) && policy.getURL(${JSON.stringify(path)})`,
    );
    const deadline = Date.now() + 15_000;
    while (Date.now() < deadline) {
      const tab = (await this.tabs()).find(({ context, url: there }) => !before.has(context) && there === url);
      if (tab !== undefined && (await this.#loaded(tab.context))) return tab.context;
      await new Promise(resolve => setTimeout(resolve, 25));
    }
    throw new Error(`${url} did not open`);
  }

  async #loaded(context: string) {
    // The first document of a new tab is a blank one, which goes away under the question.
    const state = await this.evaluate<string>(context, 'location.href + " " + document.readyState').catch(() => '');
    return state.startsWith('moz-extension:') && state.endsWith(' complete');
  }

  async #mainWindow(): Promise<string> {
    const { contexts } = await this.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const found = (contexts as Context[]).find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
    if (found === undefined) throw new Error('Firefox has no window');
    return found.context;
  }
}
