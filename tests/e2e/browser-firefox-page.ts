import { writeFile } from 'node:fs/promises';
import type { ColorScheme, ExtensionPage, PageOptions } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import type { FirefoxParent } from './browser-firefox-parent.ts';
import { restingPlaceOf } from './resting-place.ts';

// The code points that WebDriver gives to keys without a character.
const keys: Record<string, string> = {
  ...{ Backspace: '\uE003', Tab: '\uE004', Enter: '\uE006', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A' },
  ...{ Escape: '\uE00C', Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011' },
  ...{ ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017' },
};

/** A page of the extension in a tab that is open already, as it is asked to be. */
export async function firefoxPage(
  parent: FirefoxParent,
  id: string,
  context: string,
  options: PageOptions,
): Promise<ExtensionPage> {
  const page = openFirefoxPage(parent, id, context);
  if (options.behind !== true) await page.bringToFront();
  // In a hidden tab this takes 1.5 s, and is not to be cut short: timers there come once a second, and by then the page follows
  // the log.
  await page.setSize(options.width ?? 380, options.height ?? 600);
  if (options.colorScheme !== undefined) await page.setColorScheme(options.colorScheme);
  if (options.language !== undefined) {
    await parent.send('emulation.setLocaleOverride', { locale: options.language, contexts: [context] });
    // The page was open before it could be told; from here on it never knew another language.
    await page.reload();
  }
  return page;
}

/** The same as it is. */
export function openFirefoxPage(parent: FirefoxParent, id: string, context: string): ExtensionPage {
  const evaluate = <T>(expression: string) => parent.evaluate<T>(context, expression);
  const bringToFront = async () => {
    await parent.send('browsingContext.activate', { context });
  };
  const setSize = async (width: number, height: number) => {
    await parent.send('browsingContext.setViewport', { context, viewport: { width, height } });
  };
  // Of all pages of the extension: which tab of the window is this one, WebDriver does not say.
  const override = (what: string, value: string) =>
    parent.inParent<void>(
      id,
      `gBrowser.tabs.map(tab => tab.linkedBrowser.browsingContext)
        .filter(tab => tab.currentURI.schemeIs('moz-extension'))
        .forEach(tab => { tab.${what} = '${value}'; })`,
    );
  const setColorScheme = (scheme: ColorScheme) => override('prefersColorSchemeOverride', scheme);
  const act = async (type: 'key' | 'pointer', actions: object[]) => {
    await parent.send('input.performActions', { context, actions: [{ type, id: type, actions }] });
  };
  // Tab goes on from a page's last control into the browser's own bar. Keys that are sent to the page still arrive there
  // then, but they press nothing: to Firefox, the button or the details that they were meant for are without the focus.
  const takeFocus = async () => {
    if (await evaluate<boolean>('document.hidden || document.hasFocus()')) return;
    await parent.inParent(id, 'gBrowser.selectedBrowser.focus()');
    await eventually(() => evaluate('document.hasFocus()'), { what: 'the focus in the page' });
  };
  const actKeys = async (actions: object[]) => {
    await takeFocus();
    await act('key', actions);
  };
  const nodeOf = async (selector: string) => {
    const locator = { type: 'css', value: selector };
    const { nodes } = (await parent.send('browsingContext.locateNodes', { context, locator, maxNodeCount: 1 })) as {
      nodes: readonly { readonly sharedId: string }[];
    };
    const [node] = nodes;
    if (!node) throw new Error(`nothing there: ${selector}`);
    return { sharedId: node.sharedId };
  };
  const reload = async () => {
    await parent.send('browsingContext.reload', { context, wait: 'complete' });
  };

  return {
    evaluate,
    async waitFor(expression, timeoutMs) {
      await eventually(() => evaluate(`!!(${expression})`), { within: timeoutMs ?? 5000, what: expression });
    },
    async click(selector) {
      await restingPlaceOf(evaluate, selector);
      const button = { button: 0 };
      // To the element, not to where it was a moment ago: a page that is filled slowly moves it once more.
      await act('pointer', [
        { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: await nodeOf(selector) } },
        { type: 'pointerDown', ...button },
        { type: 'pointerUp', ...button },
      ]);
    },
    type: text => actKeys([...text].flatMap(value => stroke([value]))),
    press: key => actKeys(stroke(key.split('+').map(name => keys[name] ?? name))),
    async chooseFile(selector, path) {
      await parent.send('input.setFiles', { context, element: await nodeOf(selector), files: [path] });
    },
    async screenshot(path) {
      const { data } = await parent.send('browsingContext.captureScreenshot', { context });
      await writeFile(path, String(data), 'base64');
    },
    setColorScheme,
    setMedium: medium => override('mediumOverride', medium === 'print' ? medium : ''),
    setSize,
    reload,
    bringToFront,
    async close() {
      await parent.send('browsingContext.close', { context });
    },
  };
}

/** Keys go down in order and up in the opposite one. */
function stroke(values: readonly string[]) {
  const down = values.map(value => ({ type: 'keyDown', value }));
  const up = values.map(value => ({ type: 'keyUp', value })).reverse();
  return [...down, ...up];
}
