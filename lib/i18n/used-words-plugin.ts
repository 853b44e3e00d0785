import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Leaves in the catalogues only what the code that begins at `entry` can say. A background is one file with every language in
 * it, and of each says a tenth: without this it is started from twice as much code. `root`: the folder of the sources.
 */
export function usedWords(root: string, entry: string) {
  let used: ReadonlySet<string> | undefined;
  return {
    name: 'lekas:used-words',
    enforce: 'pre' as const,
    transform(source: string, id: string) {
      if (!/\/lib\/i18n\/messages\/[\w-]+\.json$/.test(id)) return null;
      const messages = JSON.parse(source) as Record<string, unknown>;
      used ??= wordsOf(root, entry, Object.keys(messages));
      const kept = Object.entries(messages).filter(([key]) => used?.has(key));
      return { code: JSON.stringify(Object.fromEntries(kept)), map: null };
    },
  };
}

/**
 * The keys among `keys` that the code which begins at `entry` names. A key must stand there whole: one that is put together
 * from parts is refused with an error, for nobody could find it.
 */
export function wordsOf(root: string, entry: string, keys: readonly string[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const [path, text] of sourcesFrom(join(root, entry), root)) {
    for (const key of keys) if (text.includes(`'${key}'`)) used.add(key);
    const [part] = /\bt\(\s*`[^`]*`/.exec(text) ?? [];
    if (part !== undefined) throw new Error(`${path} puts the key of a text together: ${part}`);
  }
  return used;
}

function sourcesFrom(path: string, root: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(path)) return found;
  const text = readFileSync(path, 'utf8');
  found.set(path, text);
  for (const [, type, from = ''] of text.matchAll(
    /^(?:import|export)\s+(type\s)?[^'"]*?\s*from\s*'((?:@\/|\.)[^']+)'/gm,
  )) {
    const base = from.startsWith('@/') ? join(root, from.slice(2)) : join(dirname(path), from);
    const file = [base, `${base}.ts`, `${base}.tsx`].find(name => /\.tsx?$/.test(name) && existsSync(name));
    if (type === undefined && file !== undefined) sourcesFrom(file, root, found);
  }
  return found;
}
