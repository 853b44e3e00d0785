import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst, transformWithOxc } from 'vite';
import { expect, it } from 'vitest';
import { noSources } from '@/lib/platforms/no-sources-plugin';

const without = (code: string, id: string) =>
  noSources().transform.call({ parse: code => parseAst(code) }, code, id)?.code;

it('leaves out of rules where each was read, and nothing else', () => {
  const code = without(
    `const word = { source: 'a page' };
     export const rules = [
       { id: 'a/1', source: \`\${word.source}, b\`, confidence: true ? 'A' : 'B', target: 1, bands: [{ from: 0, source: 'c' }] },
       { ...word, id: 'a/2', confidence: 'C' }, { source: 'd' },
     ];`,
    '/lib/rules/some.ts',
  );
  const rules: unknown = new Function(`${code?.replace('export const rules =', 'return')}`)();
  expect(rules).toEqual([{ id: 'a/1', target: 1, bands: [{ from: 0 }] }, { id: 'a/2' }, {}]);
});

it('leaves out of what is looked for in a page when it was last found so, and nothing else', () => {
  const code = without(
    `export const rows = [{ css: 'li', good: '2026-09' }, { css: 'p', source: 1 }];`,
    '/lib/platforms/feige/page/selectors.ts',
  );
  expect(code).toBe(`export const rows = [{ css: 'li',  }, { css: 'p', source: 1 }];`);
});

it('leaves every other code as it is', () => {
  expect(without(`export const a = { source: 'seen' };`, '/lib/log/officials.ts')).toBeUndefined();
  expect(without(`export const { source } = given; given.source = 1;`, '/lib/rules/some.ts')).toBeUndefined();
});

it.each([
  ['lib/rules', 5],
  ['lib/platforms', 2],
])('finds them in the lists of ours, in %s', async (folder, atLeast) => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
  const files = names.map(name => join(process.cwd(), folder, name));
  const codes = await Promise.all(
    files.map(async path => [path, (await transformWithOxc(readFileSync(path, 'utf8'), path)).code] as const),
  );
  const changed = codes.flatMap(([path, code]) => without(code, path) ?? []);
  expect(changed.length).toBeGreaterThan(atLeast);
  for (const code of changed)
    expect(code).not.toMatch(folder === 'lib/rules' ? /\b(?:source|confidence): / : /\bgood: /);
});
