import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from '../e2e/browser.ts';
import { playCast } from '../pages/tiktok-shop/cast.ts';
import { seedDay } from '../pages/tiktok-shop/cast-history.ts';
import { SimulatedInbox } from '../pages/tiktok-shop/inbox.ts';
import { build } from './build.ts';
import { serveAtRealAddresses } from './real-address.ts';
import { root } from './run.ts';

/** `npm run pictures`: takes the documents' pictures anew, of the real extension beside the simulated inbox. */
const folder = join(root, 'docs', 'pictures');
await mkdir(folder, { recursive: true });
await build('chrome-e2e');
const inbox = new SimulatedInbox();
seedDay(inbox);
const addresses = await serveAtRealAddresses([inbox]);
const browser = await launch({ browser: 'chromium', proxyPort: addresses.proxyPort });
try {
  await browser.open(inbox.url);
  await playCast(inbox, { signal: new AbortController().signal });
  const popup = await browser.page('popup.html', { behind: true, language: 'en', height: 600 });
  await popup.waitFor('document.querySelectorAll("[data-conversation]").length > 2');
  await popup.bringToFront();
  for (const scheme of ['light', 'dark'] as const) {
    await popup.setColorScheme(scheme);
    await popup.screenshot(join(folder, `popup-${scheme}.png`));
  }
  const welcome = await browser.page('welcome.html', { width: 1000, height: 1050, language: 'en' });
  await welcome.waitFor('document.querySelectorAll("button").length > 5');
  for (const scheme of ['light', 'dark'] as const) {
    await welcome.setColorScheme(scheme);
    await welcome.screenshot(join(folder, `welcome-${scheme}.png`));
  }
  console.log(`pictures in ${folder}`);
} finally {
  await browser.close();
  await addresses.close();
}
process.exit(0);
