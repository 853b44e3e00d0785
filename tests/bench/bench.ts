import { type BrowserName, launch } from '../e2e/browser.ts';
import { build } from '../tools/build.ts';
import { serveAtRealAddresses } from '../tools/real-address.ts';
import type { Bench } from './figure.ts';
import { rates } from './rates/rates.ts';

/**
 * `npm run bench`: what things cost, in a real browser, each beside a floor measured in the same run; once as text and once
 * as a line of JSON. `-- rates` takes one of them, `-- firefox` the other browser.
 */
const benches: Readonly<Record<string, Bench>> = { rates };

const asked = process.argv.slice(2);
const unknown = asked.filter(word => word !== 'firefox' && !(word in benches));
if (unknown.length > 0) {
  console.error(
    `no such measurement: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}, and firefox`,
  );
  process.exit(2);
}
const name: BrowserName = asked.includes('firefox') ? 'firefox' : 'chromium';
const { ok, output } = await build(name === 'firefox' ? 'firefox' : 'chrome-e2e');
if (!ok) throw new Error(output);
for (const [key, bench] of Object.entries(benches)) {
  if (asked.some(word => word in benches) && !asked.includes(key)) continue;
  console.log(`\n${key} (${name}): ${bench.about}`);
  const addresses = await serveAtRealAddresses([]);
  const browser = await launch({ browser: name, proxyPort: addresses.proxyPort });
  try {
    for await (const { words, ...figure } of bench.run(browser)) {
      console.log(`${figure.figure}: ${words}`);
      console.log(JSON.stringify({ bench: key, browser: name, ...figure }));
    }
  } finally {
    await browser.close();
    await addresses.close();
  }
}
process.exit(0);
