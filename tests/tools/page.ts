import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { JSDOM } from 'jsdom';
import { bundled } from './bundled.ts';
import { root } from './run.ts';

/**
 * `npm run page -- file`: opens a page that a seller has saved (its structure alone), says how its reader sees it, and leaves
 * it as HTML beside the builds, to be looked at or made a fixture of.
 */
const [path, ...others] = process.argv.slice(2);
if (path === undefined || others.length > 0) {
  console.error('npm run page -- <a saved page, .json>');
  process.exit(2);
}
const { opened, seen } = runInThisContext(
  await bundled(join(import.meta.dirname, 'replay-page.ts')),
) as typeof import('./replay-page.ts');
const raw: unknown = await readFile(path, 'utf8').then(JSON.parse, () => null);
const page = opened(raw);
if (!page) {
  console.error(`${path} is no page that Lekas has saved`);
  process.exit(1);
}
const { document } = new JSDOM(page.html).window;
const folder = join(root, '.output/pages');
await mkdir(folder, { recursive: true });
const html = join(folder, `${basename(path).replace(/\.json$/, '')}.html`);
await writeFile(html, `<!doctype html>\n<!-- ${page.host}, ${page.day} -->\n${page.html}\n`);
console.log(
  `${page.host} (${page.platform ?? 'a host that no reader knows'}), ${page.day}${page.isCut ? ', cut' : ''}`,
);
console.log(`${document.querySelectorAll('*').length} elements, as HTML in ${html}`);
const reading = seen(document, page);
if (reading?.is === 'read') {
  console.log(`${reading.rows} rows, ${reading.messages} messages`);
  console.log(reading.missing.length > 0 ? `not found: ${reading.missing.join(', ')}` : 'everything was found');
} else {
  console.log(reading ? `read as: ${reading.is}` : 'nobody reads such a page');
}
