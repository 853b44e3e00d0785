// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onSettled } from '@/lib/watch/on-settled';

let ended: AbortController;
beforeEach(() => {
  ended = new AbortController();
  document.body.innerHTML = '';
});
afterEach(() => ended.abort());

const after = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
const change = () => document.body.append(document.createElement('p'));

it('looks once after a burst of changes, at once; and once more after the next burst, a pause later', async () => {
  let looks = 0;
  onSettled(document, () => looks++, ended.signal);
  await after(20);
  expect(looks).toBe(0);
  for (let i = 0; i < 2000; i++) change();
  await after(40);
  expect(looks).toBe(1);
  for (let i = 0; i < 20; i++) {
    change();
    await after(2);
  }
  expect(looks).toBe(1);
  await after(300);
  expect(looks).toBe(2);
  await after(300);
  expect(looks).toBe(2);
});

it('sees text that changes, not only elements', async () => {
  document.body.innerHTML = '<p>1</p>';
  let looks = 0;
  onSettled(document, () => looks++, ended.signal);
  const text = document.querySelector('p')?.firstChild;
  if (text) text.nodeValue = '2';
  await after(40);
  expect(looks).toBe(1);
});

it('sees the attributes that a page fills in later, and no others', async () => {
  document.body.innerHTML = '<p></p>';
  let looks = 0;
  onSettled(document, () => looks++, ended.signal, ['data-id']);
  document.querySelector('p')?.setAttribute('class', 'x');
  await after(40);
  expect(looks).toBe(0);
  document.querySelector('p')?.setAttribute('data-id', '1');
  await after(40);
  expect(looks).toBe(1);
});

it('looks once more when it is asked to, though nothing changed', async () => {
  let looks = 0;
  const again = onSettled(document, () => looks++, ended.signal);
  again();
  again();
  await after(40);
  expect(looks).toBe(1);
});

it('sets no interval, and no timer that no change has asked for', async () => {
  const interval = vi.spyOn(globalThis, 'setInterval');
  const timer = vi.spyOn(globalThis, 'setTimeout');
  onSettled(document, () => {}, ended.signal);
  change();
  await new Promise(resolve => setImmediate(resolve));
  await new Promise(resolve => setImmediate(resolve));
  change();
  await new Promise(resolve => setImmediate(resolve));
  expect(timer).toHaveBeenCalledTimes(1);
  await after(400);
  expect(timer).toHaveBeenCalledTimes(2);
  expect(interval).not.toHaveBeenCalled();
});

it('gives a page on which a look is dear a hundred times as long', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const timer = vi.spyOn(globalThis, 'setTimeout');
  onSettled(
    document,
    () => {
      now += 100;
    },
    ended.signal,
  );
  change();
  await after(20);
  change();
  await after(20);
  expect(timer.mock.calls.map(([, ms]) => ms)).toContain(10_000);
});

it('looks no more after the end', async () => {
  let looks = 0;
  onSettled(document, () => looks++, ended.signal);
  change();
  await after(40);
  change();
  await after(5);
  ended.abort();
  change();
  await after(350);
  expect(looks).toBe(1);
});
