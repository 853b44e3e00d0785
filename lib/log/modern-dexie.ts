/**
 * For a bundler: Dexie as it was written. What a bundler finds by itself is made of it for browsers of long ago, larger and slower.
 */
export const modernDexie = { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' };
