import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paced } from '@/lib/watch/paced';

let ended: AbortController;
beforeEach(() => {
  ended = new AbortController();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  ended.abort();
  vi.useRealTimers();
});

/** What comes at once comes by a message, which no timer holds: one sent after it has come by then, sent again to be sure. */
async function atOnce(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    const { port1, port2 } = new MessageChannel();
    await new Promise(resolve => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    port1.close();
  }
}

/** So many runs, each taking `cost` ms. */
function counted(cost = 0) {
  const runs: number[] = [];
  const ask = paced(() => {
    runs.push(performance.now());
    vi.advanceTimersByTime(cost);
  }, ended.signal);
  return { runs, ask };
}

it('runs at once, and once for all who ask meanwhile', async () => {
  const { runs, ask } = counted();
  for (let i = 0; i < 100; i++) ask();
  expect(runs).toHaveLength(0);
  await atOnce();
  expect(runs).toHaveLength(1);
});

it('runs four times a second at most, however often it is asked', async () => {
  const { runs, ask } = counted();
  const start = performance.now();
  for (let ms = 0; ms < 1000; ms += 10) {
    ask();
    await atOnce();
    vi.advanceTimersByTime(10);
  }
  expect(runs.map(at => at - start)).toEqual([0, 250, 500, 750, 1000]);
});

it('takes no more than a hundredth of the time, however long a run is', async () => {
  const { runs, ask } = counted(20);
  ask();
  await atOnce();
  ask();
  vi.advanceTimersByTime(1999);
  await atOnce();
  expect(runs).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(runs).toHaveLength(2);
});

it('runs no more once it has ended, also what was planned', async () => {
  const { runs, ask } = counted();
  ask();
  await atOnce();
  ask();
  ended.abort();
  vi.advanceTimersByTime(1000);
  ask();
  await atOnce();
  expect(runs).toHaveLength(1);
});
