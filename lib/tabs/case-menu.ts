import { browser } from 'wxt/browser';
import { loadText } from '../i18n/load-text';
import { pickLocale } from '../i18n/pick-locale';
import { casePages } from '../platforms/case-pages';
import { loadSettings } from '../settings/settings';
import { openCaseList } from './open-case';

const menuId = 'track-case';

/** Follows the clicks on "Track this case" in a marketplace page's menu. Called synchronously: the click wakes the worker. */
export function followCaseMenu(): void {
  // Firefox for Android has no menus.
  browser.contextMenus?.onClicked.addListener(({ menuItemId, pageUrl }) => {
    if (menuItemId === menuId) void openCaseList(pageUrl);
  });
}

/**
 * The entry in the menu of the marketplaces' pages, in the seller's language. Browsers keep it between starts of the worker, and
 * some of them between their own: where there is one already, that is changed.
 */
export async function keepCaseMenu(): Promise<void> {
  if (!browser.contextMenus) return;
  const { locale } = await loadSettings();
  const { t } = await loadText(pickLocale(locale, navigator.languages));
  const entry = { title: t('case_menu_action'), documentUrlPatterns: [...casePages] };
  const isNew = await new Promise<boolean>(resolve => {
    browser.contextMenus.create(
      { id: menuId, contexts: ['page', 'frame', 'selection', 'link', 'image'], ...entry },
      // Firefox changes nothing, and says nothing, where an entry is to be changed that is not there: so it is made first.
      () => resolve(browser.runtime.lastError === undefined || browser.runtime.lastError === null),
    );
  });
  if (!isNew) await browser.contextMenus.update(menuId, entry);
}
