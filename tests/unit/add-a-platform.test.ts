import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addresses } from '../../lib/platforms/addresses';

const example = 'shopee';
const section = /## Add a platform\n([\s\S]*)/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
const table = section.split('\n').filter(line => line.startsWith('| `'));
/** What the table names: files, folders (with a slash at their end), and names with a star. */
const named = table
  .flatMap(line => [...line.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path))
  .filter(path => path.includes('/'));

// Files that name a platform although adding one does not touch them.
const crossings: Readonly<Record<string, string>> = {
  'lib/log/officials.ts': 'the rules that platforms show a figure of their own for',
  'lib/rules/case-clock.ts': 'the one complaint whose clock is known; the seller may type another',
  'lib/rules/own-three-minutes.ts': 'the one platform whose 3-minute rule is not our own',
  'lib/tabs/chat-scripts.ts': "a door's path, for the sake of its type",
};

const platforms = ['tiktok-shop', 'feige', 'shopee', 'tokopedia'];
const wordOf = (id: string) => new RegExp(id.split('-')[0] ?? id, 'i');

const sources = ['lib', 'components', 'entrypoints'].flatMap(root =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(tsx?|json|html)$/.test(file))
    .map(file => {
      const path = `${root}/${file}`;
      return { path, text: readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '') };
    }),
);

/** A platform's own: its folder, its door, its rules. */
const isOwn = (path: string, id: string) =>
  path.startsWith(`lib/platforms/${id}/`) ||
  path === `entrypoints/${id}.content.ts` ||
  path.startsWith(`lib/rules/${id}`);

/** The files whose code names a platform, but for those that are another's own: one host of TikTok Shop's is Tokopedia's. */
function touchedBy(id: string): string[] {
  const others = platforms.filter(other => other !== id);
  return sources
    .filter(({ path, text }) => wordOf(id).test(text) || isOwn(path, id))
    .map(({ path }) => path)
    .filter(path => !others.some(other => isOwn(path, other)));
}

function covers(pattern: string, path: string): boolean {
  if (pattern.endsWith('/')) return path.startsWith(pattern);
  const [before = '', after] = pattern.split('*');
  return after === undefined ? path === pattern : path.startsWith(before) && path.endsWith(after);
}

describe('the table of what a new platform touches', () => {
  it('is read', () => {
    expect(table.length).toBeGreaterThan(7);
    expect(named.length).toBeGreaterThan(12);
    expect(sources.length).toBeGreaterThan(150);
    for (const { id } of addresses) expect(platforms).toContain(id);
  });

  it.each(platforms)('names every file that knows %s', id => {
    const expected = named.map(path => path.replace(example, id));
    const touched = touchedBy(id);
    expect(touched.length).toBeGreaterThan(5);
    expect(touched.filter(path => !(path in crossings) && !expected.some(pattern => covers(pattern, path)))).toEqual(
      [],
    );
  });

  it('names no file that its example does not touch', () => {
    const touched = touchedBy(example);
    const idle = named.filter(
      pattern => !touched.some(path => covers(pattern, path)) && !(pattern.startsWith('tests/') && existsSync(pattern)),
    );
    // Its market of Mexico was new.
    expect(idle).toEqual(['lib/chat/market-zone.ts']);
  });

  it('leaves four files beside the folder, the door, the rules and the words of each language', () => {
    const beside = touchedBy(example).filter(path => !isOwn(path, example) && !path.startsWith('lib/rules/'));
    expect(beside.filter(path => !path.startsWith('lib/i18n/messages/')).sort()).toEqual([
      'components/shop-name.ts',
      'lib/chat/shop.ts',
      'lib/platforms/addresses.ts',
      'lib/platforms/wants.ts',
    ]);
  });

  it('has no crossing left that is none any more', () => {
    const known = new Set(platforms.flatMap(touchedBy));
    expect(Object.keys(crossings).filter(path => !known.has(path))).toEqual([]);
  });
});
