import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addresses } from '../../../lib/platforms/addresses';

const root = 'lib/platforms';
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
const textOf = (file: string) => readFileSync(`${root}/${file}`, 'utf8');

describe("what runs in the page's own world", () => {
  const ofPlatforms = files.filter(file => file.endsWith('/wants.ts'));

  it('is all looked at here', () => {
    expect(ofPlatforms).toHaveLength(addresses.length);
  });

  it.each([...ofPlatforms, '../page-world/look-in-page.ts'])('%s brings nothing along', file => {
    const imports = textOf(file)
      .split('\n')
      .filter(line => /^import (?!type )/.test(line));
    expect(imports).toEqual([]);
  });

  it('wants.ts brings only the wants of each platform', () => {
    const from = [...textOf('wants.ts').matchAll(/from '(.*)'/g)].map(([, path]) => path);
    expect(from.length).toBeGreaterThan(0);
    for (const path of from) expect(path).toMatch(/^\.\/[\w-]+\/wants$/);
  });
});

describe('the readers', () => {
  it('are all looked at here', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files)('%s asks neither clock nor browser, and never touches the page', file => {
    expect(textOf(file)).not.toMatch(/Date\.now|new Date\(\)|\bbrowser\.|\bchrome\./);
    expect(textOf(file)).not.toMatch(/\.(click|focus|scrollTo|scrollIntoView|dispatchEvent|setAttribute)\(|innerHTML/);
  });
});
