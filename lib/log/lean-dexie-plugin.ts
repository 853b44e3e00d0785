/** What Dexie puts between a table and the database, and the log has no use for: it asks for no cache, and hooks nothing. */
const unused = ['this.use(cacheMiddleware);', 'this.use(hooksMiddleware);'];

/**
 * For a bundler: Dexie without a cache of queries, which `LogDb` switches off, and without hooks, which it has none of. What stands in
 * no stack any more is left out with all that only it needs. A Dexie that is written otherwise fails the build.
 */
export function leanDexie() {
  return {
    name: 'lekas:lean-dexie',
    transform(source: string, id: string) {
      if (!/\/dexie\/dist\/modern\/dexie\.mjs(?:\?|$)/.test(id)) return null;
      let code = source;
      for (const line of unused) {
        const parts = code.split(line);
        if (parts.length !== 2) throw new Error(`Dexie has "${line}" ${parts.length - 1} times, not once`);
        code = parts.join('');
      }
      return { code, map: null };
    },
  };
}
