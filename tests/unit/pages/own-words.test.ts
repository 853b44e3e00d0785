import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = 'tests/pages';
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));

it('the simulated pages are all looked at here', () => {
  expect(files.length).toBeGreaterThan(90);
});

it.each(files)('%s shares nothing with what reads it', file => {
  const text = readFileSync(`${root}/${file}`, 'utf8');
  const from = [...text.matchAll(/\b(?:from\s|import\s*\(?)\s*'([^']+)'/g)].map(([, path = '']) => path);
  const ofOurs = from.filter(path => /(^|\/)(lib|entrypoints|components)\//.test(path));
  const fromElsewhere = from.filter(path => !/^(node:|\.\.?\/|ws$|@bufbuild\/protobuf\/wire$)/.test(path));

  expect([...ofOurs, ...fromElsewhere]).toEqual([]);
});
