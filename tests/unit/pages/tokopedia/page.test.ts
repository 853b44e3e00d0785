// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { renderPage } from '../../../pages/tokopedia/client/render-page.ts';

const view = {
  rows: [{ id: '3100000017', name: 'Hana Wicaksono', preview: 'Kak, lampunya ada?', unread: 1 }],
  thread: [
    { id: '1', text: 'Kak, lampunya ada?', isOurs: false },
    { id: '2', text: 'Ada kak', isOurs: true },
  ],
};

beforeEach(() => {
  document.body.replaceChildren();
});

it('shows names, last words and messages', () => {
  renderPage(document, view, 'k3v9');

  expect(document.body.textContent).toBe('Hana WicaksonoKak, lampunya ada?1Kak, lampunya ada?Ada kak');
});

it('offers nothing to hold on to: one sort of element, one class that changes, no attribute that says a thing', () => {
  renderPage(document, view, 'k3v9');

  const elements = [...document.body.querySelectorAll('*')];
  expect(new Set(elements.map(({ tagName }) => tagName))).toEqual(new Set(['DIV']));
  expect(new Set(elements.map(({ className }) => className))).toEqual(new Set(['xk3v9']));
  expect(new Set(elements.flatMap(element => element.getAttributeNames()))).toEqual(new Set(['class', 'style']));
  expect(document.body.innerHTML).not.toContain('3100000017');
});

it('changes nothing when asked to show the same again', () => {
  renderPage(document, view, 'k3v9');
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  renderPage(document, view, 'k3v9');

  expect(observer.takeRecords()).toEqual([]);
});
