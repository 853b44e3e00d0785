// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { lookInPage } from '../../../lib/page-world/look-in-page';
import type { InPageAsk } from '../../../lib/platforms/platform';

const ask: InPageAsk = {
  selector: 'li',
  properties: ['__props$', '__fiber$'],
  up: 3,
  pick: { id: ['message.id', 'children.*.message.id'], sender: ['message.sender'] },
};

const items = () => Array.from(document.querySelectorAll('li'));
const put = (i: number, name: string, value: unknown) => Object.defineProperty(items()[i] as Element, name, { value });

beforeEach(() => {
  document.body.innerHTML = '<ul><li></li><li></li><li></li></ul>';
});

const hostile = () =>
  new Proxy(
    {},
    {
      get() {
        throw new Error('do not look');
      },
      has() {
        throw new Error('do not look');
      },
    },
  );

describe("a look at the page's own objects", () => {
  it('answers for every element in its place', () => {
    put(0, '__props$1', { message: { id: '7', sender: 'a' } });
    put(2, '__fiber$1', { return: { return: { message: { id: 9 } } } });
    expect(lookInPage(document, ask)).toEqual([{ id: '7', sender: 'a' }, {}, { id: '9' }]);
  });

  it('takes the first entry of a list that holds the value', () => {
    put(0, '__props$1', { children: [null, 'text', { message: {} }, { message: { id: '8' } }] });
    expect(lookInPage(document, ask)[0]).toEqual({ id: '8' });
  });

  it('goes no further up than it was asked, nor further than the nearest object that answers', () => {
    const far = { message: { id: 'far', sender: 'far' } };
    put(0, '__fiber$1', { return: { return: { return: { return: far } } } });
    put(1, '__fiber$1', { message: { id: 'near' }, return: far });
    expect(lookInPage(document, ask)).toEqual([{}, { id: 'near' }, {}]);
  });

  it('lets out only short text and exact numbers', () => {
    put(0, '__props$1', { message: { id: Number('7490000000000100001'), sender: 'x'.repeat(65) } });
    put(1, '__props$1', { message: { id: 7490000000000100001n, sender: { a: 1 } } });
    put(2, '__props$1', { message: { id: Number.NaN, sender: true } });
    expect(lookInPage(document, ask)).toEqual([{}, { id: '7490000000000100001' }, {}]);
  });

  it('survives objects that throw, and loses only their element', () => {
    put(0, '__props$1', hostile());
    put(1, '__fiber$1', { message: { id: '2' }, return: hostile() });
    Object.defineProperty(items()[2] as Element, '__props$1', {
      get() {
        throw new Error('do not look');
      },
    });
    expect(lookInPage(document, ask)).toEqual([{}, { id: '2' }, {}]);
  });

  it('survives rings, lists without end, and selectors that are none', () => {
    const ring: Record<string, unknown> = {};
    ring.return = ring;
    put(0, '__fiber$1', ring);
    put(1, '__props$1', { children: { length: 1e12 } });
    expect(lookInPage(document, { ...ask, up: 1e9 })).toEqual([{}, {}, {}]);
    expect(lookInPage(document, { ...ask, selector: ':::' })).toEqual([]);
  });

  it('asks no more elements than its cap', () => {
    expect(lookInPage(document, ask, { elements: 2, steps: 1, characters: 9 })).toHaveLength(2);
  });

  it("ignores properties that are not the element's own", () => {
    const inherited = { message: { id: 'inherited' } };
    Object.defineProperty(Element.prototype, '__props$0', { value: inherited, configurable: true });
    expect(lookInPage(document, ask)).toEqual([{}, {}, {}]);
    Reflect.deleteProperty(Element.prototype, '__props$0');
  });
});
