import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WaitingRound } from '@/lib/rates/deadlines';
import { type Due, due } from '@/lib/reminders/due';
import { rulesFor } from '@/lib/rules/rules-for';
import { hour, minute, noon, second, shop, waiting } from './waiting';

const [quick, long] = ['tiktok-shop/3min', 'tiktok-shop/12h'];

/** A seller's log of reminders: asks, and marks what was said as fired. */
function asking(lastAsked = noon) {
  const fired = new Set<string>();
  let asked = lastAsked;
  return (now: number, rounds: readonly WaitingRound[]): Due => {
    const found = due({ now, waiting: rounds, rulesOf: rulesFor, fired, lastAsked: asked });
    for (const key of [...found.now.map(({ key }) => key), ...found.silent]) fired.add(key);
    asked = Math.max(asked, now);
    return found;
  };
}

const said = ({ now }: Due) => now.map(({ conversation, rule, is }) => `${conversation} ${rule} ${is}`);

describe('a buyer who waits', () => {
  const a = waiting('a', [noon]);
  it.each<[string, number, string[], number | null]>([
    ['at once', 0, [], 100 * second],
    ['1 ms before 100 s', 100 * second - 1, [], 100 * second],
    ['at 100 s', 100 * second, [`a ${quick} ahead`], 150 * second],
    ['1 ms before 150 s', 150 * second - 1, [`a ${quick} ahead`], 150 * second],
    ['at 150 s', 150 * second, [`a ${quick} ahead`], 180 * second + 1],
    ['at 3 min, the limit itself', 180 * second, [`a ${quick} ahead`], 180 * second + 1],
    ['1 ms before 10 h', 10 * hour - 1, [], 10 * hour],
    ['at 10 h', 10 * hour, [`a ${long} ahead`], 11.5 * hour],
    ['at 11 h 30', 11.5 * hour, [`a ${long} ahead`], 12 * hour + 1],
    ['at 12 h, the limit itself', 12 * hour, [`a ${long} ahead`], 12 * hour + 1],
    ['past 12 h', 12 * hour + 1, [`a ${long} passed`], null],
  ])('asked for the first time since %s', (_, after, words, next) => {
    const found = asking()(noon + after, [a]);
    expect(said(found)).toEqual(words);
    expect(found.next).toBe(next && noon + next);
  });

  it('is told of at 100 s, 150 s, 10 h and 11 h 30 min, and never twice, however often one asks', () => {
    const ask = asking();
    const told: number[] = [];
    for (let after = 0; after <= 13 * hour; after += 10 * second) {
      for (let again = 0; again < 3; again++) if (ask(noon + after, [a]).now.length > 0) told.push(after / second);
    }
    expect(told).toEqual([100, 150, 36_000, 41_400]);
  });

  it('is told of in time by asking only when the answer said so', () => {
    const ask = asking();
    const told: number[] = [];
    let next: number | null = noon;
    for (let steps = 0; next !== null && steps < 100; steps++) {
      const found: Due = ask(next, [a]);
      if (found.now.length > 0) told.push((next - noon) / second);
      expect(found.next === null || found.next > next).toBe(true);
      next = found.next;
    }
    expect(told).toEqual([100, 150, 36_000, 41_400]);
  });

  it('writes again, and nothing moves', () => {
    const ask = asking();
    ask(noon + 100 * second, [a]);
    const again = waiting('a', [noon, noon + 110 * second]);
    expect(ask(noon + 120 * second, [again])).toMatchObject({ now: [], next: noon + 150 * second });
    expect(said(ask(noon + 150 * second, [again]))).toEqual([`a ${quick} ahead`]);
    expect(ask(noon + 260 * second, [again]).now).toEqual([]);
  });

  it('is answered: nothing is due', () => {
    const ask = asking();
    ask(noon, [a]);
    expect(ask(noon + 100 * second, [])).toEqual({ now: [], silent: [], next: null });
  });

  it('at night is told of by the 12-hour rule alone', () => {
    const night = noon + 14 * hour;
    const b = waiting('b', [night]);
    const ask = asking(night);
    expect(ask(night + 150 * second, [b])).toMatchObject({ now: [], next: night + 10 * hour });
  });

  it('blocked, or written to first by the seller, has only the deadlines that count', () => {
    expect(asking()(noon + 150 * second, [waiting('a', [noon], { blocked: true })]).next).toBeNull();
    const found = asking()(noon + 150 * second, [waiting('a', [noon], { sellerStarted: true })]);
    expect(said(found)).toEqual([`a ${quick} ahead`]);
    expect(found.next).toBe(noon + 180 * second + 1);
  });
});

describe('several wait', () => {
  it('and the most urgent is named first, whatever its rule', () => {
    const [early, late] = [waiting('early', [noon]), waiting('late', [noon + 10 * hour - 100 * second])];
    const ask = asking(noon + hour);
    const found = ask(noon + 10 * hour, [early, late]);
    expect(said(found)).toEqual([`late ${quick} ahead`, `early ${long} ahead`]);
  });

  it('and each keeps its own thresholds', () => {
    const ask = asking();
    const [a, b] = [waiting('a', [noon]), waiting('b', [noon + 20 * second])];
    expect(said(ask(noon + 100 * second, [a, b]))).toEqual([`a ${quick} ahead`]);
    expect(said(ask(noon + 120 * second, [a, b]))).toEqual([`b ${quick} ahead`]);
  });
});

describe('the computer slept for thirteen hours', () => {
  const rounds = ['a', 'b', 'c'].map((name, index) => waiting(name, [noon + index * second]));
  it('and says once what passed, the newest first; and then nothing more', () => {
    const ask = asking();
    expect(said(ask(noon + 13 * hour, rounds))).toEqual(['c', 'b', 'a'].map(name => `${name} ${long} passed`));
    expect(ask(noon + 13 * hour, rounds).now).toEqual([]);
    expect(ask(noon + 14 * hour, rounds).now).toEqual([]);
  });

  it('and does not repeat what was told before it slept', () => {
    const ask = asking();
    ask(noon + 10 * hour, rounds.slice(0, 1));
    expect(said(ask(noon + 13 * hour, rounds))).toEqual(['c', 'b'].map(name => `${name} ${long} passed`));
  });

  it('and says nothing of three minutes that only we had set', () => {
    expect(said(asking()(noon + 3 * hour, rounds))).toEqual([]);
  });
});

it('the first run says nothing of deadlines that passed before it', () => {
  const old = waiting('a', [noon - 13 * hour]);
  expect(asking(noon)(noon, [old]).now).toEqual([]);
});

it('a clock set back repeats nothing', () => {
  const ask = asking();
  const a = waiting('a', [noon]);
  ask(noon + 150 * second, [a]);
  expect(ask(noon + 101 * second, [a]).now).toEqual([]);
  ask(noon + hour, [a]);
  expect(ask(noon + 151 * second, [a]).now).toEqual([]);
});

it('what fires has a key of its own, and is said exactly once in any order of asking', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 13 * 60 }), { minLength: 1, maxLength: 30 }),
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 }),
      (times, starts) => {
        const rounds = starts.map((start, i) => waiting(`c${i}`, [noon + start * minute]));
        const ask = asking();
        const keys = times.flatMap(after => {
          const now = noon + after * minute;
          return ask(
            now,
            rounds.filter(({ startAt }) => startAt <= now),
          ).now.map(({ key }) => key);
        });
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(key.startsWith(`${shop} c`)).toBe(true);
      },
    ),
  );
});
