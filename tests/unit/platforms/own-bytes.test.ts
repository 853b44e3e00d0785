import { runInNewContext } from 'node:vm';
import { afterEach, expect, it, vi } from 'vitest';
import { ownBytes, utf8Of } from '@/lib/platforms/own-bytes';

afterEach(() => vi.unstubAllGlobals());

it('gives the bytes of another realm in memory of this one, and nothing that is no bytes', () => {
  for (const theirs of ['new Uint8Array([1, 2, 3])', 'new Uint8Array([1, 2, 3]).buffer']) {
    const bytes = ownBytes(runInNewContext(theirs));
    expect(bytes).toBeInstanceOf(Uint8Array);
    expect(bytes?.buffer).toBeInstanceOf(ArrayBuffer);
    expect(bytes).toEqual(Uint8Array.of(1, 2, 3));
  }
  for (const none of ['text', [1, 2], null, new Uint16Array(2), {}]) {
    expect(ownBytes(none)).toBeNull();
  }
});

it('gives the UTF-8 of a text in memory of its own, also where the encoder is another realm’s', () => {
  const foreign = (text: string) => runInNewContext('Uint8Array.from(bytes)', { bytes: [...Buffer.from(text)] });
  vi.stubGlobal(
    'TextEncoder',
    class {
      encode = foreign;
    },
  );
  const bytes = utf8Of('ext 买家');
  expect(bytes).toBeInstanceOf(Uint8Array);
  expect([...bytes]).toEqual([...Buffer.from('ext 买家')]);
});
