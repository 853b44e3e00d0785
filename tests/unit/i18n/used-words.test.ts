import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

describe('the words of a part', () => {
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

  it('are all that a key put together from parts may become', () => {
    const root = sources({ 'a.ts': `text.t(\`badge_\${what ? 'none' : 'some'}_title\`);` });
    expect([...wordsOf(root, 'a.ts', keys)]).toEqual(['badge_none_title']);
  });

  it.each([`badge_\${what}_label`, `\${what}_title`])('are not put together as %s, which nobody would find', key => {
    const root = sources({ 'a.ts': `text.t(\`${key}\`);` });
    expect(() => wordsOf(root, 'a.ts', keys)).toThrow('a.ts puts the key of a text together');
  });

  it('are left out only of the catalogues that are asked for so', () => {
    const root = sources({ 'a.ts': `t('notice_one_title');` });
    const messages = JSON.stringify(Object.fromEntries(keys.map(key => [key, 'x'])));
    const plugin = usedWords(root, 'a.ts', { query: 'popup' });
    expect(plugin.transform(messages, '/lib/i18n/messages/en.json')).toBeNull();
    expect(JSON.parse(plugin.transform(messages, '/lib/i18n/messages/en.json?popup')?.code ?? '')).toEqual({
      notice_one_title: 'x',
    });
  });

  it('hold the failures that another tells by their keys, and nothing else of its own', () => {
    const root = sources({ 'a.ts': '', 'b.ts': `t('badge_none_title');\nconst key = 'mark_unknown_error';` });
    const messages = JSON.stringify({ badge_none_title: 'x', mark_unknown_error: 'x', other_unknown_error: 'x' });
    const kept = usedWords(root, 'a.ts', { failuresOf: 'b.ts' }).transform(messages, '/lib/i18n/messages/en.json');
    expect(JSON.parse(kept?.code ?? '')).toEqual({ mark_unknown_error: 'x' });
  });

  it('hold nothing that its code names and never says', () => {
    const root = sources({ 'a.ts': `t('badge_none_title');\nconst key = 'mark_unknown_error';` });
    const messages = JSON.stringify({ badge_none_title: 'x', mark_unknown_error: 'x' });
    const kept = usedWords(root, 'a.ts', { unsaid: /_error$/ }).transform(messages, '/lib/i18n/messages/en.json');
    expect(JSON.parse(kept?.code ?? '')).toEqual({ badge_none_title: 'x' });
  });

  it('of the background hold no failure, for nothing in it says one', () => {
    const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
    const texts = [...files.map(name => join('lib', name)), 'entrypoints/background.ts'].map(path => ({
      path,
      text: readFileSync(path, 'utf8'),
    }));
    expect(texts.filter(({ text }) => /\bt\(\s*'/.test(text)).length).toBeGreaterThan(3);
    expect(texts.filter(({ text }) => /\bt\([^)]*_error'/.test(text)).map(({ path }) => path)).toEqual([]);
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
