import { beforeEach, describe, expect, it, vi } from 'vitest';
import { outbox } from '@/lib/messaging/outbox';

type Send = (items: readonly number[]) => Promise<boolean | 'later'>;

let ended: AbortController;
let sent: number[][];
let lost: number;
interface Wait {
  readonly ms: number;
  go(): void;
}
/** Our own waits, by length (ms), to be let go by the test: pauses, and those for an answer. */
let waits: Wait[];
let answersDue: Wait[];

beforeEach(() => {
  ended = new AbortController();
  sent = [];
  lost = 0;
  waits = [];
  answersDue = [];
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((go: () => void, ms = 0) => {
    (ms === 30_000 ? answersDue : waits).push({ ms, go });
    return waits.length;
  }) as unknown as typeof setTimeout);
});

function box(answer: Send, sizes: { batch?: number; capacity?: number } = {}) {
  return outbox<number>({
    send(items) {
      sent.push([...items]);
      return answer(items);
    },
    lost: count => {
      lost += count;
    },
    signal: ended.signal,
    ...sizes,
  });
}

const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};
const committed: Send = async () => true;
const down: Send = async () => {
  throw new Error('the worker is being restarted');
};

describe('what was observed', () => {
  it('is sent at once, in order, one batch at a time', async () => {
    const answers: ((ok: boolean) => void)[] = [];
    const all = box(() => new Promise(resolve => answers.push(resolve)), { batch: 2 });
    all.add([1, 2, 3]);
    all.add([4, 5]);
    await settled();
    expect(sent).toEqual([[1, 2]]);
    for (let i = 0; i < 3; i++) {
      answers[i]?.(true);
      await settled();
    }
    expect(sent).toEqual([[1, 2], [3, 4], [5]]);
    expect(all.size).toBe(0);
  });

  it('is kept while nobody commits it, and sent again with growing pauses until somebody does', async () => {
    let up = false;
    const all = box(async items => (up ? committed(items) : down(items)));
    all.add([1]);
    for (let i = 0; i < 7; i++) {
      await settled();
      expect(all.size).toBe(1);
      waits.at(-1)?.go();
    }
    await settled();
    expect(waits.map(({ ms }) => ms)).toEqual([500, 1000, 2000, 5000, 10_000, 10_000, 10_000, 10_000]);
    up = true;
    all.add([2]);
    await settled();
    expect([all.size, lost]).toEqual([0, 0]);
    expect(sent.slice(-2)).toEqual([[1], [2]]);
  });

  it('that comes while a batch fails is neither before it nor lost', async () => {
    let up = false;
    const all = box(async items => (up ? committed(items) : down(items)), { batch: 2 });
    all.add([1, 2]);
    await settled();
    all.add([3]);
    await settled();
    up = true;
    waits.at(-1)?.go();
    await settled();
    expect(sent.at(-2)).toEqual([1, 2]);
    expect(sent.at(-1)).toEqual([3]);
  });

  it('is sent again where nobody answers, as by a background that was ended at work, and never given up for it', async () => {
    let isSilent = true;
    const all = box(() => (isSilent ? new Promise(() => {}) : Promise.resolve(true)));
    all.add([1]);
    await settled();
    all.add([2]);
    for (let turn = 0; turn < 20; turn++) {
      answersDue.at(-1)?.go();
      await settled();
      expect([all.size, lost]).toEqual([2, 0]);
      waits.at(-1)?.go();
      await settled();
    }
    isSilent = false;
    answersDue.at(-1)?.go();
    await settled();
    waits.at(-1)?.go();
    await settled();
    expect([sent.at(0), sent.at(-1), all.size, lost]).toEqual([[1], [1, 2], 0, 0]);
  });

  it('that is to come later is sent again with pauses, as long as it takes, and never given up', async () => {
    let mayCome = false;
    const all = box(async () => mayCome || 'later');
    all.add([1, 2]);
    for (let turn = 0; turn < 20; turn++) {
      await settled();
      expect([all.size, lost]).toEqual([2, 0]);
      waits.at(-1)?.go();
    }
    mayCome = true;
    await settled();
    waits.at(-1)?.go();
    await settled();
    expect([sent.at(-1), all.size, lost]).toEqual([[1, 2], 0, 0]);
  });

  it('that is refused for good is counted, and holds nothing else up', async () => {
    const all = box(async items => !items.includes(1), { batch: 2 });
    all.add([1, 2, 3]);
    await settled();
    expect([sent, lost, all.size]).toEqual([[[1, 2], [3]], 2, 0]);
    expect(waits).toEqual([]);
  });

  it('beyond what can be kept is counted, the oldest kept', async () => {
    const all = box(down, { capacity: 3 });
    all.add([1, 2]);
    all.add([3, 4, 5]);
    await settled();
    expect([all.size, lost]).toEqual([3, 2]);
    expect(sent[0]).toEqual([1, 2]);
  });

  it('leaves with the page whole, though an answer is still out', async () => {
    const all = box(() => new Promise(() => {}), { batch: 2 });
    all.add([1, 2, 3, 4, 5]);
    await settled();
    sent = [];
    all.flush();
    expect(sent).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('is not sent any more after the end', async () => {
    const all = box(down);
    all.add([1]);
    await settled();
    ended.abort();
    const before = sent.length;
    all.add([2]);
    all.flush();
    for (const { go } of waits) go();
    await settled();
    expect(sent).toHaveLength(before);
  });
});

it('what can never be committed is given up in the end, and nothing else with it', async () => {
  const committedOnes: number[] = [];
  const all = box(async items => {
    if (items.includes(2)) throw new Error('a row that no database takes');
    committedOnes.push(...items);
    return true;
  });
  all.add([1, 2, 3]);
  for (let turn = 0; turn < 40 && all.size > 0; turn++) {
    await settled();
    waits.splice(0).forEach(({ go }) => void go());
  }
  expect([committedOnes, lost, all.size]).toEqual([[1, 3], 1, 0]);
});
