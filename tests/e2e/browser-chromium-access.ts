import type { Browser } from 'puppeteer-core';

/** On which sites an extension may act, in the words of Chromium's own page of extensions. */
export type SiteAccess = 'ON_CLICK' | 'ON_ALL_SITES';

/** Sets it as a person does on that page: hosts that were given with the installation are withheld, or given back. */
export async function siteAccess(browser: Browser, extension: string, access: SiteAccess): Promise<void> {
  const page = await browser.newPage({ background: true });
  try {
    await page.goto('chrome://extensions/?errors=none');
    const wanted = JSON.stringify({ extensionId: extension, hostAccess: access });
    await page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${wanted})`);
  } finally {
    await page.close();
  }
}
