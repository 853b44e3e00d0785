import { expect, it } from 'vitest';
import { oneAtATime } from '@/lib/messaging/one-at-a-time';

function controlled() {
  const runs: ((value: number) => void)[] = [];
  const work = oneAtATime(() => new Promise<number>(resolve => runs.push(resolve)));
  return { runs, work };
}

it('runs once more for all who asked while it ran, and never two at once', async () => {
  const { runs, work } = controlled();
  const first = work();
  const second = work();
  const third = work();
  expect(runs).toHaveLength(1);
  runs[0]?.(1);
  expect(await first).toBe(1);
  await Promise.resolve();
  expect(runs).toHaveLength(2);
  runs[1]?.(2);
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  const fourth = work();
  expect(runs).toHaveLength(3);
  runs[2]?.(3);
  expect(await fourth).toBe(3);
});

it('goes on after a run that failed', async () => {
  let runs = 0;
  const work = oneAtATime(async () => {
    if (++runs === 1) throw new Error('once');
    return runs;
  });
  const [first, second] = [work(), work()];
  await expect(first).rejects.toThrow('once');
  expect(await second).toBe(2);
});
