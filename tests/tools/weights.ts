import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What each part of a built extension weighs, in kB gzipped, by its name in the budget. */
export async function weightsOf(folder: string): Promise<Readonly<Record<string, number>>> {
  const scripts = (await readdir(join(folder, 'content-scripts'))).filter(
    file => file.endsWith('.js') && file !== 'chat-network.js',
  );
  const network = join(folder, 'content-scripts/chat-network.js');
  const weights: Record<string, number> = {};
  // A page of a marketplace gets its own script, and the one in the page's own world.
  for (const file of scripts.sort()) {
    const name = file.slice(0, -'.js'.length);
    weights[`content scripts of ${name}`] = await weightOf([join(folder, 'content-scripts', file), network]);
  }
  weights.background = await weightOf(await backgroundFiles(folder));
  weights['popup, all in'] = await weightOf([...(await filesOf(folder, 'popup.html'))]);
  return weights;
}

async function weightOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(async path => gzipSync(await readFile(path), { level: 9 }).length));
  return sizes.reduce((a, b) => a + b, 0) / 1000;
}

async function backgroundFiles(folder: string): Promise<string[]> {
  return [...(await withImports(join(folder, 'background.js'), new Set()))];
}

/** A page, all that its HTML names, what that imports, and the English texts that it names, which it loads before it paints. */
async function filesOf(folder: string, page: string): Promise<ReadonlySet<string>> {
  const html = await readFile(join(folder, page), 'utf8');
  const files = new Set([join(folder, page)]);
  for (const [, path = ''] of html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)) {
    if (path.endsWith('.js')) await withImports(join(folder, path), files);
    else files.add(join(folder, path));
  }
  const words: string[] = [];
  for (const path of [...files].filter(file => file.endsWith('.js'))) {
    for (const [, from = ''] of (await readFile(path, 'utf8')).matchAll(
      /\bimport\([`"'](\.\/en-[^`"']+\.js)[`"']\)/g,
    )) {
      words.push(join(dirname(path), from));
    }
  }
  if (words.length !== 1) throw new Error(`${page} names ${words.length} catalogues of English, not one`);
  for (const path of words) await withImports(path, files);
  return files;
}

async function withImports(path: string, files: Set<string>): Promise<Set<string>> {
  if (files.has(path)) return files;
  files.add(path);
  const text = await readFile(path, 'utf8');
  for (const [, from = ''] of text.matchAll(/\b(?:import|from)\s*["'](\.[^"']+\.js)["']/g)) {
    await withImports(join(dirname(path), from), files);
  }
  return files;
}
