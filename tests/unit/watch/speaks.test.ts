// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import type { Platform } from '@/lib/platforms/platform';
import { speaks } from '@/lib/watch/speaks';

/** A platform whose chat is a list, in whatever frame. */
const platform = {
  isChatPage: (url: URL) => url.protocol !== 'data:',
  page: { shows: (document: Document) => document.querySelector('li') !== null },
} as unknown as Platform;

const frame = (body = ''): Window => {
  const element = document.createElement('iframe');
  document.body.append(element);
  const inner = element.contentWindow;
  if (!inner) throw new Error('no frame');
  inner.document.body.innerHTML = body;
  return inner;
};
/** The page as its frames know it: the test's own name for it is another object. */
const page = frame().parent;
const speakers = (...frames: Window[]) => [page, ...frames].map(each => speaks(each, platform));

beforeEach(() => {
  document.body.innerHTML = '';
});

it('a page without frames speaks, whatever it shows', () => {
  expect(speakers()).toEqual([true]);
});

it('of two frames the one with the chat speaks, and no other', () => {
  expect(speakers(frame(), frame('<li></li>'))).toEqual([false, false, true]);
});

it('where several show a chat the first does, and where none does the outermost', () => {
  expect(speakers(frame('<li></li>'), frame('<li></li>'))).toEqual([false, true, false]);
  document.body.innerHTML = '';
  expect(speakers(frame(), frame())).toEqual([true, false, false]);
});

it('a frame that cannot be looked into is passed over', () => {
  const closed = {
    get location(): never {
      throw new DOMException('of another origin', 'SecurityError');
    },
  };
  const framed = {
    parent: closed,
    length: 1,
    0: closed,
    location: { href: 'https://im.example/' },
    document,
  } as unknown;
  expect(speaks(framed as Window, platform)).toBe(true);
});

it('of a platform whose chat never sits in a frame every page speaks', () => {
  const plain = { ...platform, page: {} } as unknown as Platform;
  expect([page, frame('<li></li>')].map(each => speaks(each, plain))).toEqual([true, true]);
});
