import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { leanDexie } from '@/lib/log/lean-dexie-plugin';
import { LogDb } from '@/lib/log/log-db';
import { modernDexie } from '@/lib/log/modern-dexie';

const path = createRequire(import.meta.url).resolve(modernDexie.replacement);
const source = readFileSync(path, 'utf8');

it('leaves out what stands in no stack of the log: two lines of Dexie, and nothing of any other file', () => {
  const { code } = leanDexie().transform(source, path) ?? { code: '' };
  expect(source.length - code.length).toBe('this.use(cacheMiddleware);this.use(hooksMiddleware);'.length);
  expect(leanDexie().transform(source, '/lib/log/log-db.ts')).toBeNull();
});

it('refuses a Dexie that is written otherwise', () => {
  expect(() => leanDexie().transform('this.use(cacheMiddleware);', path)).toThrow('hooksMiddleware');
  expect(() => leanDexie().transform(source + source, path)).toThrow('2 times');
});

// Who begins to use either must take it out of what is left out.
it('a log has no cache, and hooks nothing', () => {
  const db = new LogDb();
  expect(db._options.cache).toBe('disabled');
  const events = ['creating', 'updating', 'deleting'] as const;
  const fires = db.tables.flatMap(({ hook }) => events.map(name => hook[name].fire));
  expect(fires.length).toBeGreaterThan(20);
  expect(fires.every(fire => fire.name === 'nop')).toBe(true);
});
