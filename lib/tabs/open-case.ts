import { browser } from 'wxt/browser';
import { longestPage } from '../chat/case';
import type { LogDb } from '../log/log-db';
import { casePage } from '../platforms/case-pages';

/**
 * Shows a case where it can be acted on: the page it was started from, in the tab that shows it or in a new one; where it was
 * started from none, the list of cases. Nothing on the page is clicked.
 */
export async function openCase(db: LogDb, id: string): Promise<void> {
  const row = await db.cases.get(id);
  const page = casePage(row?.page, longestPage);
  if (page === null) await openCaseList();
  else await openCasePage(page);
}

/** Brings a page to the front, in its tab or a new one. Where the seller did not allow its host its tab is not known. */
export async function openCasePage(page: string): Promise<void> {
  const [tab] = (await browser.tabs.query({})).filter(({ url }) => casePage(url, longestPage) === page);
  if (tab?.id === undefined) {
    await browser.tabs.create({ url: page });
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  await browser.windows.update(tab.windowId, { focused: true });
}

/**
 * The popup in a window of its own, with its cases: `from` is the address of the page on which one is to be started. A browser
 * that has no such windows gets a tab.
 */
export async function openCaseList(from?: string): Promise<void> {
  const hash = from === undefined ? '#cases' : `#track=${encodeURIComponent(from)}`;
  const url = browser.runtime.getURL(`/popup.html${hash}`);
  try {
    await browser.windows.create({ url, type: 'popup', width: 400, height: 640 });
  } catch {
    await browser.tabs.create({ url });
  }
}
