import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inSlices } from '@/lib/watch/in-slices';

let ended: AbortController;
let clock: number;
beforeEach(() => {
  ended = new AbortController();
  clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => ended.abort());

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise(resolve => setImmediate(resolve));
};

it('does each item once, in order, and none in the task that brought it', async () => {
  const done: number[] = [];
  const add = inSlices<number>(item => void done.push(item), ended.signal);
  for (const item of [1, 2, 3]) add(item);
  expect(done).toEqual([]);
  await turns(10);
  expect(done).toEqual([1, 2, 3]);
  add(4);
  await turns(10);
  expect(done).toEqual([1, 2, 3, 4]);
});

it('takes no more than 5 ms at a time, unless one item alone does', async () => {
  const posts = vi.spyOn(MessagePort.prototype, 'postMessage');
  const done: number[] = [];
  const add = inSlices<number>(cost => {
    clock += cost;
    done.push(cost);
  }, ended.signal);
  for (const cost of [3, 3, 3, 20, 1]) add(cost);
  await turns(10);
  expect(done).toEqual([3, 3, 3, 20, 1]);
  // Three slices: 3 + 3 + 3, 20, and 1.
  expect(posts).toHaveBeenCalledTimes(3);
});

it('puts work that goes in steps down between two of them, and ends it before the next item', async () => {
  const posts = vi.spyOn(MessagePort.prototype, 'postMessage');
  const done: string[] = [];
  const add = inSlices(function* (item: string): Generator<undefined, void> {
    for (const step of [1, 2, 3, 4, 5]) {
      clock += 3;
      done.push(`${item}${step}`);
      yield;
    }
  }, ended.signal);
  for (const item of ['a', 'b']) add(item);
  await turns(10);
  expect(done).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2', 'b3', 'b4', 'b5']);
  // 30 ms of work, two steps of 3 ms a slice.
  expect(posts.mock.calls.length).toBeGreaterThanOrEqual(5);
});

it('waits for what is waited for before it goes on, with the items behind it too', async () => {
  const done: string[] = [];
  let arrive = () => {};
  const arrived = new Promise<void>(resolve => {
    arrive = resolve;
  });
  const add = inSlices<string>(function* (item) {
    done.push(`${item} begun`);
    if (item === 'a') yield arrived;
    done.push(`${item} ended`);
  }, ended.signal);
  add('a');
  add('b');
  await turns(10);
  add('c');
  await turns(10);
  expect(done).toEqual(['a begun']);
  arrive();
  await turns(10);
  expect(done).toEqual(['a begun', 'a ended', 'b begun', 'b ended', 'c begun', 'c ended']);
});

it('goes on after an item that could not be done', async () => {
  const done: number[] = [];
  const thrown: unknown[] = [];
  const before = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', error => thrown.push(error.message));
  const add = inSlices<number>(item => {
    if (item === 1) throw new Error('could not');
    done.push(item);
  }, ended.signal);
  for (const item of [1, 2, 3]) add(item);
  await turns(10);
  add(4);
  await turns(10);
  process.removeAllListeners('uncaughtException');
  for (const listener of before) process.on('uncaughtException', listener);
  expect(thrown).toEqual(['could not']);
  expect(done).toEqual([2, 3, 4]);
});

it('does nothing more after the end', async () => {
  const done: number[] = [];
  const add = inSlices<number>(item => void done.push(item), ended.signal);
  add(1);
  ended.abort();
  add(2);
  await turns(10);
  expect(done).toEqual([]);
});

it('keeps no more waiting than the tab has room for, and tells of each item that is left', async () => {
  const done: number[] = [];
  let dropped = 0;
  const add = inSlices<number>(item => void done.push(item), ended.signal, { onDropped: () => void dropped++ });
  for (let item = 0; item < 100_000; item++) add(item);
  expect(dropped).toBe(80_000);
  await turns(10);
  expect(done).toHaveLength(20_000);
  add(7);
  await turns(10);
  expect([done.at(-1), dropped]).toEqual([7, 80_000]);
});

it('counts what waits by its weight too; what is heavy alone is for who does it', async () => {
  const done: number[] = [];
  let dropped = 0;
  const waiting = { weigh: (megabytes: number) => megabytes * 1_000_000, onDropped: () => void dropped++ };
  const add = inSlices<number>(item => void done.push(item), ended.signal, waiting);
  for (const megabytes of [300, 1, 100, 28]) add(megabytes);
  expect(dropped).toBe(3);
  await turns(10);
  for (const megabytes of [100, 28, 1]) add(megabytes);
  await turns(10);
  expect([done, dropped]).toEqual([[300, 100, 28], 4]);
});
