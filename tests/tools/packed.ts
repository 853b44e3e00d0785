import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

/** A folder as a zip archive, in base64: the form in which a browser installs an extension for good. */
export async function packed(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async path => [relative(folder, path).split(sep).join('/'), await readFile(path)] as const),
  );
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 1 })).toString('base64');
}
