import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { largestBody } from '@/lib/page-world/copied';
import { wantsTiktokShop } from '@/lib/platforms/tiktok-shop/wants';
import { readCopied } from '@/lib/watch/read-copied';

const copied = { url: 'wss://im.example/ws', via: 'socket', at: 1, size: 3, body: 'abc' };
const { url, via, at } = copied;

it('a text is an exchange as it is', () => {
  expect(readCopied(copied)).toEqual({ url, via, at, body: 'abc' });
});

it.each([
  ['of this realm', new Uint8Array([1, 2, 3]).buffer],
  ["of the page's realm", runInNewContext('new Uint8Array([1, 2, 3]).buffer')],
])('bytes %s are bytes', (_, body) => {
  const exchange = readCopied({ ...copied, body });
  expect(exchange).toEqual({ url, via, at, body: new Uint8Array([1, 2, 3]) });
});

it.each([
  ['told of by its size', null, 5e6],
  ['a text that lies about its size', 'x'.repeat(largestBody + 1), 3],
  ['bytes that lie about their size', new ArrayBuffer(largestBody + 1), 3],
])('too large: %s', (_, body, size) => {
  expect(readCopied({ ...copied, body, size })).toEqual({ url, notUnderstood: 'too-large', size });
});

it('as large as is allowed is read', () => {
  expect(readCopied({ ...copied, body: 'x'.repeat(largestBody) })).toHaveProperty('body');
});

it('an address as long as is copied is read', () => {
  const long = `https://im.example/v2/message/get_by_user_init?${'x'.repeat(16_000)}`;
  expect(wantsTiktokShop(long)).toBe(true);
  expect(readCopied({ ...copied, url: long })).toHaveProperty('url', long);
});

describe('no copy at all', () => {
  it.each([
    ['nothing', null],
    ['a text', 'abc'],
    ['no address', { ...copied, url: undefined }],
    ['an address without end', { ...copied, url: 'x'.repeat(16_385) }],
    ['another way', { ...copied, via: 'beacon' }],
    ['a time that is none', { ...copied, at: Number.NaN }],
    ['a size that is none', { ...copied, size: '3' }],
    ['a body that is a number', { ...copied, body: 7 }],
    ['a body that is no body', { ...copied, body: undefined }],
    ['a body that says it is bytes', { ...copied, body: { byteLength: 3, length: 3 } }],
    ['a list of bytes', { ...copied, body: [1, 2, 3] }],
  ])('%s', (_, raw) => {
    expect(readCopied(raw)).toBeNull();
  });
});
