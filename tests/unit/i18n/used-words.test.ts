import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usedWords, wordsOf } from '@/lib/i18n/used-words-plugin';

const sources = (files: Readonly<Record<string, string>>) => {
  const root = mkdtempSync(join(tmpdir(), 'lekas-words-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
};
const keys = ['badge_none_title', 'notice_one_title', 'screen_only_label'];

describe('the words of a background', () => {
  it('are those that its code names, wherever it takes it from', () => {
    const root = sources({
      'a.ts': `import { b } from './b';\nimport { c } from '@/c';\nimport type { d } from './d';\nt('badge_none_title');`,
      'b.ts': '',
      'c.ts': `const key = 'notice_one_title';`,
      'd.ts': `t('screen_only_label');`,
    });
    expect([...wordsOf(root, 'a.ts', keys)].sort()).toEqual(['badge_none_title', 'notice_one_title']);
    const kept = usedWords(root, 'a.ts').transform(
      JSON.stringify(Object.fromEntries(keys.map(key => [key, 'x']))),
      '/lib/i18n/messages/en.json',
    );
    expect(JSON.parse(kept?.code ?? '')).toEqual({ badge_none_title: 'x', notice_one_title: 'x' });
  });

  it('are not put together from parts, where nobody would find them', () => {
    const root = sources({ 'a.ts': `text.t(\`badge_\${what}_title\`);` });
    expect(() => wordsOf(root, 'a.ts', keys)).toThrow('a.ts puts the key of a text together');
  });

  it('of ours are some, and each of them is meant for the background', () => {
    const english = Object.keys(JSON.parse(readFileSync('lib/i18n/messages/en.json', 'utf8')));
    const used = wordsOf(process.cwd(), 'entrypoints/background.ts', english);
    expect(used.size).toBeGreaterThan(40);
    expect(used.size).toBeLessThan(150);
    for (const key of english.filter(name => name.startsWith('notice_') || name.startsWith('badge_'))) {
      expect([...used], key).toContain(key);
    }
  });
});
