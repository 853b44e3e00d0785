import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faults, fromWords, inWords, scheduleOf } from '../e2e/faults/schedule.ts';
import { textsOnDisk } from '../e2e/texts-on-disk.ts';

// What proves something in a browser proves nothing where it is itself wrong.

describe('a search of the disk', () => {
  const text = 'Kak, warna birunya masih ada?';

  it.each([
    ['UTF-8', Buffer.from(`..${text}..`)],
    ['UTF-16', Buffer.from(`.${text}.`, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`${text}.`, 'utf16le').swap16()],
    ['a half of it', Buffer.from(text.slice(0, 20))],
    ['its other half', Buffer.from(text.slice(-20))],
  ])('finds a text in %s, in whatever folder', async (_, content) => {
    const folder = await mkdtemp(join(tmpdir(), 'lekas-search-'));
    try {
      await mkdir(join(folder, 'a/b'), { recursive: true });
      await writeFile(join(folder, 'a/b/log'), Buffer.concat([Buffer.alloc(1000, 7), content]));
      await writeFile(join(folder, 'other'), 'Kak, warna');
      const { files, found } = await textsOnDisk(folder, [text, 'another text than those']);
      expect(files).toBe(2);
      expect(found).toEqual([{ file: join('a', 'b', 'log'), text }]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a schedule of faults', () => {
  const many = Array.from({ length: 200 }, (_, seed) => scheduleOf(seed));

  it('is the same for the same seed, and another for another', () => {
    expect(scheduleOf(7)).toEqual(scheduleOf(7));
    expect(new Set(many.map(inWords)).size).toBe(many.length);
  });

  it('is played again from its words', () => {
    for (const steps of many) expect(fromWords(inWords(steps))).toEqual(steps);
    expect(() => fromWords('0 asks · [earthquake]')).toThrow('[earthquake]');
  });

  it('leaves out none of what can go wrong, and always has something said', () => {
    const seen = new Set(many.flat().map(({ is }) => is));
    for (const fault of faults) expect(seen).toContain(fault);
    for (const steps of many) expect(steps.filter(step => 'who' in step)).toHaveLength(20);
  });
});
