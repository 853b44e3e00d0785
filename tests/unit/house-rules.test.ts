import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addresses } from '../../lib/platforms/addresses';

interface Import {
  readonly from: string;
  /** Gone when the code is built. */
  readonly isType: boolean;
}

/** Every source of ours by its path from the root: text without comments, and what it imports. */
const sources = new Map(
  ['lib', 'components', 'entrypoints'].flatMap(root =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .map(file => {
        const path = join(root, file);
        const text = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
        return [path, { text, imports: importsOf(text, path) }] as const;
      }),
  ),
);

function importsOf(text: string, path: string): Import[] {
  const named = [...text.matchAll(/^(?:import|export)\s+(type\s)?([^'"]*?)\s*from\s*'([^']+)'/gm)].map(
    ([, type, what = '', from = '']) => {
      const names = /^\{(.*)\}$/s
        .exec(what.trim())?.[1]
        ?.split(',')
        .filter(name => name.trim() !== '');
      const isType = type !== undefined || (names?.every(name => /^\s*type\s/.test(name)) ?? false);
      return { from: resolved(from, path), isType };
    },
  );
  const bare = [...text.matchAll(/(?:^import\s+|\bimport\()'([^']+)'/gm)].map(([, from = '']) => ({
    from: resolved(from, path),
    isType: false,
  }));
  return [...named, ...bare];
}

/** A path of ours from the root, or a package's name as it is. */
function resolved(from: string, path: string): string {
  if (!/^(@\/|\.)/.test(from)) return from;
  const [file = ''] = from.split('?');
  const base = file.startsWith('@/') ? file.slice(2) : normalize(join(dirname(path), file));
  const found = ['', '.ts', '.tsx', '/index.ts']
    .map(end => base + end)
    .find(file => /\.\w+$/.test(file) && existsSync(file));
  return found ?? base;
}

const within = (folder: string) => [...sources].filter(([path]) => path.startsWith(`${folder}/`));
const isIn = (path: string, folders: readonly string[]) => folders.some(folder => path.startsWith(`${folder}/`));

/** All that is in the bundle of `path`: its imports, theirs, and so on. */
function reachable(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const { from, isType } of sources.get(path)?.imports ?? []) if (!isType) reachable(from, found);
  return found;
}

/** The imports of a folder that none of `allowed` covers: folders of ours, and packages by name. */
function forbidden(folder: string, allowed: readonly string[], packages: readonly RegExp[]): string[] {
  const files = within(folder);
  expect(files.length, folder).toBeGreaterThan(0);
  return files.flatMap(([path, { imports }]) =>
    imports
      .filter(({ from }) => !isIn(from, [folder, ...allowed]) && !packages.some(name => name.test(from)))
      .map(({ from }) => `${path} → ${from}`),
  );
}

it('the sources are seen, and what they import is found', () => {
  expect(sources.size).toBeGreaterThan(80);
  const background = sources.get('entrypoints/background.ts')?.imports ?? [];
  expect(background).toContainEqual({ from: 'lib/log/record.ts', isType: false });
  expect(background.length).toBeGreaterThan(15);
  for (const [path, { imports }] of sources) {
    for (const { from } of imports) {
      if (isIn(from, ['lib', 'components', 'entrypoints'])) expect(existsSync(from), `${path} → ${from}`).toBe(true);
    }
  }
  expect(reachable('entrypoints/background.ts')).toContain('lib/log/log-db.ts');
});

const dates = /^(date-fns\/\w+|@date-fns\/tz)$/;

describe('who may know whom', () => {
  it.each<[string, string[], RegExp[]]>([
    ['lib/chat', ['lib/rules', 'lib/rates'], [dates]],
    ['lib/rules', ['lib/chat', 'lib/rates'], [dates]],
    ['lib/rates', ['lib/chat', 'lib/rules'], [dates]],
    ['lib/platforms', ['lib/chat'], [/^(valibot|hyparquet-compressors.*)$/, dates]],
    // A sign of life is noted as it came: the protocol's word for it, and no value. A file that is taken in is checked.
    ['lib/log', ['lib/chat', 'lib/rules', 'lib/rates', 'lib/messaging'], [/^dexie$/, /^valibot$/, dates]],
    ['lib/page-world', ['lib/platforms', 'lib/chat'], []],
    ['lib/report', [], [/^valibot$/]],
    ['lib/messaging', ['lib/chat', 'lib/platforms'], [/^valibot$/, /^wxt\/browser$/]],
  ])('%s knows only what it may', (folder, allowed, packages) => {
    expect(forbidden(folder, allowed, packages)).toEqual([]);
  });

  it('the log takes no value from messaging, and page-world none from a platform', () => {
    const values = (folder: string, other: string) =>
      within(folder).flatMap(([path, { imports }]) =>
        imports.filter(({ from, isType }) => !isType && isIn(from, [other])).map(({ from }) => `${path} → ${from}`),
      );
    expect(values('lib/log', 'lib/messaging')).toEqual([]);
    expect(values('lib/page-world', 'lib/platforms')).toEqual([]);
  });

  it('one platform knows no other, but for the wire that they share', () => {
    const folders = ['tiktok-shop', 'feige', 'shopee', 'tokopedia', 'bytedance-im'];
    const crossings = within('lib/platforms').flatMap(([path, { imports }]) => {
      const own = path.split('/')[2] ?? '';
      if (!folders.includes(own)) return [];
      const others = folders
        .filter(name => name !== own && name !== 'bytedance-im')
        .map(name => `lib/platforms/${name}`);
      return imports.filter(({ from }) => isIn(from, others)).map(({ from }) => `${path} → ${from}`);
    });
    expect(within('lib/platforms/tiktok-shop').length).toBeGreaterThan(5);
    expect(crossings).toEqual([]);
  });

  it('components know no browser, no database, and of the log only its types', () => {
    const files = within('components');
    expect(files.length).toBeGreaterThan(5);
    for (const [path, { imports, text }] of files) {
      expect(text, path).not.toMatch(/\b(browser|chrome)\./);
      for (const { from, isType } of imports) {
        expect(from, path).not.toMatch(/^(wxt|dexie|@webext-core)/);
        if (!isType) expect(isIn(from, ['lib/log']), `${path} → ${from}`).toBe(false);
      }
    }
  });

  it('nobody knows the entry points', () => {
    const files = [...within('lib'), ...within('components')];
    expect(files.length).toBeGreaterThan(80);
    const known = files.flatMap(([path, { imports }]) =>
      imports.filter(({ from }) => isIn(from, ['entrypoints'])).map(({ from }) => `${path} → ${from}`),
    );
    expect(known).toEqual([]);
  });
});

describe('what is pure', () => {
  const pure = [
    ...['lib/chat', 'lib/rules', 'lib/rates', 'lib/platforms'].flatMap(folder => within(folder)),
    ...[
      'due',
      'due-of-round',
      'clocked',
      'quiet-hours',
      'snooze',
      'away',
      'reminder',
      'notice-after',
      'badge-of',
      'notice-of',
    ].map(name => {
      const path = `lib/reminders/${name}.ts`;
      return [path, sources.get(path) ?? { text: '', imports: [] }] as const;
    }),
  ];

  it('is all looked at', () => {
    expect(pure.length).toBeGreaterThan(60);
    for (const [path, { text }] of pure) expect(text.length, path).toBeGreaterThan(0);
  });

  it.each(pure)('%s asks neither clock nor browser nor chance', (_, { text }) => {
    expect(text).not.toMatch(/\bDate\.now\b|\bnew Date\(\s*\)|\bbrowser\.|\bchrome\.|\bperformance\.|Math\.random/);
  });
});

const doorOf = (name: string) => `entrypoints/${name}.content.ts`;

describe('in the page', () => {
  const doors = within('entrypoints').flatMap(([path]) => (path.endsWith('.content.ts') ? [path] : []));

  it('has a door for each platform and each page of its own numbers, and one in its own world', () => {
    const numbers = addresses.flatMap(({ id, numbers }) => (numbers ? [`${id}-numbers`] : []));
    expect(numbers.length).toBeGreaterThan(0);
    const names = [...addresses.map(({ id }) => id), ...numbers, 'chat-network'];
    expect(doors.sort()).toEqual(names.map(doorOf).sort());
  });

  it.each(addresses.map(({ id }) => id))('%s brings no reader of another platform along', id => {
    const others = addresses.filter(other => other.id !== id).map(other => `lib/platforms/${other.id}`);
    expect([...reachable(doorOf(id))].filter(path => isIn(path, others))).toEqual([]);
  });

  it.each(doors)('%s brings no database along', door => {
    const bundle = reachable(door);
    expect(bundle.size).toBeGreaterThan(5);
    expect([...bundle].filter(path => /^dexie|^lib\/log\//.test(path))).toEqual([]);
    for (const path of bundle) expect(sources.get(path)?.text ?? '', path).not.toMatch(/\bindexedDB\b/);
  });

  it("what runs in the page's own world brings no package and no browser of ours along", () => {
    const bundle = [...reachable('entrypoints/chat-network.content.ts')];
    const packages = bundle.filter(path => !isIn(path, ['lib', 'entrypoints']));
    expect(packages).toEqual(['wxt/utils/define-content-script']);
    for (const path of bundle) expect(sources.get(path)?.text ?? '', path).not.toMatch(/\b(browser|chrome)\./);
  });

  it('date-fns is taken function by function: its whole costs every test file a second or more', () => {
    for (const [path, { imports }] of sources) {
      expect(
        imports.map(({ from }) => from),
        path,
      ).not.toContain('date-fns');
    }
  });

  it('the log is followed in one place: elsewhere a plain function given to Dexie would be lost sight of', () => {
    const followers = [...sources].flatMap(([path, { imports }]) =>
      imports.some(({ from }) => from === 'dexie-react-hooks') ? [path] : [],
    );
    expect(followers).toEqual(['lib/screens/use-log.ts']);
  });

  it('bytes are made in one place: in Firefox those of `TextEncoder` lie behind the wrapper of another realm', () => {
    const makers = [...within('lib/platforms'), ...within('lib/watch')]
      .filter(([, { text }]) => text.includes('TextEncoder'))
      .map(([path]) => path);
    expect(makers).toEqual(['lib/platforms/own-bytes.ts']);
  });

  it('nothing repeats by itself', () => {
    const files = ['lib/watch', 'lib/page-world', 'lib/platforms'].flatMap(within);
    expect(files.length).toBeGreaterThan(40);
    for (const [path, { text }] of files) expect(text, path).not.toMatch(/setInterval|requestAnimationFrame/);
  });

  it('timers are set in five places, each from an event', () => {
    const places = ['lib/watch', 'lib/page-world', 'lib/platforms', 'lib/messaging'].flatMap(folder =>
      within(folder).flatMap(([path, { text }]) => [...text.matchAll(/\bsetTimeout\(/g)].map(() => path)),
    );
    // A look put off; looks after loading, and the moment at which something is due; what was not committed, and
    // an answer that may never come.
    expect(places.sort()).toEqual([
      'lib/messaging/outbox.ts',
      'lib/messaging/outbox.ts',
      'lib/watch/due-timer.ts',
      'lib/watch/paced.ts',
      'lib/watch/watch-chat.ts',
    ]);
  });
});

it('nothing of ours asks a network, but for the copies of what the page asks', () => {
  const files = [...sources].filter(([path]) => !isIn(path, ['lib/page-world']));
  expect(files.length).toBeGreaterThan(80);
  for (const [path, { text }] of files) {
    expect(text, path).not.toMatch(
      /\bfetch\(|\bXMLHttpRequest\b|\bnew (WebSocket|EventSource|Image|Worker)\b|sendBeacon|importScripts/,
    );
  }
  for (const [path, { text }] of within('lib/page-world')) {
    expect(text, path).not.toMatch(/\bnew (page\.)?(WebSocket|XMLHttpRequest)\b|(?<!function |[\w.])fetch\(/);
  }
});
