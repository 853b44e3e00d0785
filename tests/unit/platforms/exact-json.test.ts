import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { readExactJson } from '../../../lib/platforms/exact-json';

describe('a JSON answer', () => {
  it('keeps ids beyond 2^53 to the last digit, and every other number a number', () => {
    const text = '{"id":2289301740393709938,"s":1795323598,"half":1.5,"ids":[9007199254740993,7]}';
    const json = { id: '2289301740393709938', s: 1795323598, half: 1.5, ids: ['9007199254740993', 7] };
    expect(readExactJson(text)).toEqual({ json, size: text.length });
    const bytes = new TextEncoder().encode(text);
    expect(readExactJson(bytes)).toEqual({ json, size: bytes.length });
  });

  it('may be bytes of another realm', () => {
    const foreign = runInNewContext('Uint8Array.from(bytes)', { bytes: [...new TextEncoder().encode('[1]')] });
    expect(readExactJson(foreign as Uint8Array)).toEqual({ json: [1], size: 3 });
  });

  it.each<[string, string | Uint8Array, string]>([
    ['cut short', '{"id":1', 'json'],
    ['a page', '<html>', 'json'],
    ['empty', '', 'json'],
    ['no UTF-8', Uint8Array.from([34, 255, 34]), 'json'],
    ['deeper than anything', '['.repeat(200_000), 'json'],
    ['larger than any answer', ' '.repeat(4 * 1024 * 1024 + 1), 'size'],
  ])('that is %s is not understood', (_, body, what) => {
    expect(readExactJson(body)).toEqual({ notUnderstood: what, size: body.length });
  });
});
