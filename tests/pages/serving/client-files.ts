import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

const made = new Map<string, string>();

/**
 * A page's own script, served as the modules it is written in with only the types taken out. Files are named from
 * `tests/pages`, so that a page's modules find the shared ones; only what stands in a folder `client` is served.
 */
export function clientFile(name: string): string | undefined {
  if (!/^([\w-]+\/)*client\/[\w-]+\.ts$/.test(name)) return undefined;
  const known = made.get(name);
  if (known !== undefined) return known;
  const file = new URL(`../${name}`, import.meta.url);
  if (!existsSync(file)) return undefined;
  const script = quietly(() => stripTypeScriptTypes(readFileSync(file, 'utf8')));
  made.set(name, script);
  return script;
}

/** Node 24 warns that stripping types by hand is experimental; can go when it no longer does. */
function quietly<T>(run: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return run();
  } finally {
    process.emitWarning = emitWarning;
  }
}
