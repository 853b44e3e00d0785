import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Options {
  /** Which catalogues: those that are imported with these letters behind a question mark. Absent: those without. */
  readonly query?: string;
  /** Where failures come from that are told by their keys: what it can say of them is left in too. */
  readonly failuresOf?: string;
  /** Keys that its code names and never says itself, as failures that it tells to another by their keys. */
  readonly unsaid?: RegExp;
}

/**
 * Leaves in the catalogues only what the code that begins at `entry` can say. A background is one file with every language in
 * it, and of each says a tenth, and the popup says a third: without this they are started from much more code. `root`: the
 * folder of the sources.
 */
export function usedWords(root: string, entry: string, { query = '', failuresOf, unsaid }: Options = {}) {
  let used: ReadonlySet<string> | undefined;
  const failures = (keys: readonly string[]) =>
    failuresOf === undefined ? [] : [...wordsOf(root, failuresOf, keys)].filter(key => key.endsWith('_error'));
  return {
    name: 'lekas:used-words',
    enforce: 'pre' as const,
    transform(source: string, id: string) {
      const [path = '', asked = ''] = id.split('?');
      if (!/\/lib\/i18n\/messages\/[\w-]+\.json$/.test(path) || asked !== query) return null;
      const messages = JSON.parse(source) as Record<string, unknown>;
      used ??= new Set(
        [...wordsOf(root, entry, Object.keys(messages)), ...failures(Object.keys(messages))].filter(
          key => !unsaid?.test(key),
        ),
      );
      const kept = Object.entries(messages).filter(([key]) => used?.has(key));
      return { code: JSON.stringify(Object.fromEntries(kept)), map: null };
    },
  };
}

/**
 * The keys among `keys` that the code which begins at `entry` names. One that is put together from parts stands for every key
 * of its shape; where it begins with a part, or none has its shape, that is an error, for nobody could find it.
 */
export function wordsOf(root: string, entry: string, keys: readonly string[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const [path, text] of sourcesFrom(join(root, entry), root)) {
    for (const key of keys) if (text.includes(`'${key}'`)) used.add(key);
    for (const [part, template = ''] of text.matchAll(/\bt\(\s*`([^`]*)`/g)) {
      const shaped = keysOfShape(template, keys);
      if (shaped.length === 0) throw new Error(`${path} puts the key of a text together: ${part}`);
      for (const key of shaped) used.add(key);
    }
  }
  return used;
}

/** The keys that `rule_${name}_title` may become; none where it begins with what is put in. */
function keysOfShape(template: string, keys: readonly string[]): string[] {
  const parts = template.split(/\$\{[^}]*\}/);
  if (parts[0] === '') return [];
  const shape = new RegExp(`^${parts.join('\\w+')}$`);
  return keys.filter(key => shape.test(key));
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
