import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrackedCase } from '@/lib/chat/case';
import type { SnoozeRow } from '@/lib/log/log-db';
import type { WaitingRound } from '@/lib/rates/deadlines';
import type { Away } from '@/lib/reminders/away';
import { type Due, due } from '@/lib/reminders/due';
import { snoozeKey } from '@/lib/reminders/snooze';
import { rulesFor } from '@/lib/rules/rules-for';
import { type Reminding, usualReminding } from '@/lib/settings/reminding';
import { hour, minute, noon, second, shop, waiting } from './waiting';

const [quick, long] = ['tiktok-shop/3min', 'tiktok-shop/12h'];

/** A seller's log of reminders: asks, and marks what was said as fired. */
function asking(toldUntil = noon, given: { settings?: Partial<Reminding>; snoozes?: SnoozeRow[]; away?: Away } = {}) {
  const fired = new Set<string>();
  const settings = { ...usualReminding, ...given.settings };
  let told = toldUntil;
  let snoozes = given.snoozes ?? [];
  return (
    now: number,
    rounds: readonly WaitingRound[],
    promised: readonly WaitingRound[] = [],
    cases: readonly TrackedCase[] = [],
  ): Due => {
    const away = given.away ?? null;
    const asked = {
      now,
      waiting: rounds,
      promised,
      cases,
      rulesOf: rulesFor,
      fired,
      toldUntil: told,
      away,
      settings,
      snoozes,
    };
    const found = due(asked);
    for (const key of [...found.now.map(({ key }) => key), ...found.silent]) fired.add(key);
    snoozes = snoozes.filter(({ key }) => !found.spent.includes(key));
    if (!found.quiet) told = Math.max(told, now);
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
    expect(ask(noon + 100 * second, [])).toEqual({ now: [], silent: [], spent: [], quiet: false, next: null });
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

  it('within ten seconds of each other, and all are said with the first, none a second time', () => {
    const ask = asking();
    const ten = Array.from({ length: 10 }, (_, i) => waiting(`c${i}`, [noon + i * second]));
    expect(said(ask(noon + 100 * second, ten))).toEqual(
      ten.map(({ conversation }) => `${conversation} ${quick} ahead`),
    );
    for (let after = 100; after < 149; after++) expect(ask(noon + after * second, ten).now).toEqual([]);
    const eleventh = waiting('c10', [noon + 10 * second + 1]);
    const again = asking();
    expect(again(noon + 100 * second, [...ten, eleventh]).now).toHaveLength(10);
    expect(said(again(noon + 110 * second + 1, [...ten, eleventh]))).toEqual([`c10 ${quick} ahead`]);
  });

  it('and one of them under two rules at once: one reminder, of the nearer deadline', () => {
    const ask = asking(noon, { settings: { leads: { [long]: [43_100, 60] } } });
    const found = ask(noon + 100 * second, [waiting('a', [noon])]);
    expect(said(found)).toEqual([`a ${quick} ahead`]);
    // The other rule's lead counts as fired too.
    expect(found.silent.some(key => key.includes(`${long} 43100`))).toBe(true);
  });

  it('and a lead of the further deadline names the nearer one, which was said before', () => {
    const ask = asking(noon, { settings: { leads: { [long]: [43_080, 60] } } });
    const a = waiting('a', [noon]);
    expect(said(ask(noon + 100 * second, [a]))).toEqual([`a ${quick} ahead`]);
    const found = ask(noon + 120 * second, [a]);
    expect(found.now).toMatchObject([{ rule: quick, deadline: noon + 180 * second }]);
    expect(found.now[0]?.key).toContain(`${long} 43080`);
  });
});

describe('settings', () => {
  const a = waiting('a', [noon]);
  it('lead times of a rule move its reminders and the moment at which to ask again', () => {
    const ask = asking(noon, { settings: { leads: { [quick]: [120, 10] } } });
    expect(ask(noon, [a]).next).toBe(noon + 60 * second);
    expect(said(ask(noon + 60 * second, [a]))).toEqual([`a ${quick} ahead`]);
    expect(ask(noon + 150 * second, [a])).toMatchObject({ now: [], next: noon + 170 * second });
    expect(said(ask(noon + 170 * second, [a]))).toEqual([`a ${quick} ahead`]);
  });

  it('a platform that is switched off is not reminded of, but the badge still changes in time', () => {
    const ask = asking(noon, { settings: { silentPlatforms: ['tiktok-shop'] } });
    expect(ask(noon + 100 * second, [a])).toMatchObject({ now: [], next: noon + 150 * second });
    expect(ask(noon + 13 * hour, [a])).toMatchObject({ now: [], silent: [] });
  });

  it('a platform that is switched on again reminds of what can still be met', () => {
    asking(noon, { settings: { silentPlatforms: ['tiktok-shop'] } })(noon + 100 * second, [a]);
    expect(said(asking(noon + 100 * second)(noon + 120 * second, [a]))).toEqual([`a ${quick} ahead`]);
  });

  it('a rule that is switched off is so in whichever reading it counts', () => {
    const counting = { readings: { [long]: 'tiktok-shop/12h-rounds' } };
    const args = {
      waiting: [a],
      promised: [],
      cases: [],
      fired: new Set<string>(),
      toldUntil: noon,
      away: null,
      snoozes: [],
    };
    const saidWith = (silentRules: readonly string[]) =>
      said(
        due({
          ...args,
          now: noon + 10 * hour,
          rulesOf: of => rulesFor(of, counting),
          settings: { ...usualReminding, silentRules },
        }),
      );
    expect([saidWith([quick]), saidWith([quick, long])]).toEqual([['a tiktok-shop/12h-rounds ahead'], []]);
  });

  it('a rule that is switched off leaves the others', () => {
    const ask = asking(noon, { settings: { silentRules: [quick] } });
    expect(ask(noon + 150 * second, [a])).toMatchObject({ now: [], next: noon + 180 * second + 1 });
    expect(said(ask(noon + 10 * hour, [a]))).toEqual([`a ${long} ahead`]);
  });
});

describe('quiet from 22:00 to 07:00', () => {
  const quiet = { from: '22:00', to: '07:00', zone: 'Asia/Jakarta' };
  const [night, morning] = [noon + 10 * hour, noon + 19 * hour];
  /** Leads at 10 h and 11 h 30 of waiting. */
  const rounds = [
    // Deadlines at 02:00, 08:00 and 08:30: one passes while it is quiet, two come near.
    waiting('passes', [night - 8 * hour]),
    waiting('near', [morning - 11 * hour]),
    waiting('nearer', [morning - 11 * hour + 1800 * second]),
    waiting('calm', [morning - 5 * hour]),
  ];

  it('nothing is said, the moment to ask again is its end, and then all is said once', () => {
    const ask = asking(noon, { settings: { quiet } });
    for (let now = night; now < morning; now += 600 * second) {
      const found = ask(now, rounds);
      expect(found).toMatchObject({ now: [], silent: [], quiet: true });
      expect(found.next).toBeLessThanOrEqual(morning);
    }
    expect(ask(morning - 1, rounds).next).toBe(morning);
    const found = ask(morning, rounds);
    expect(found.now.map(({ conversation, is, held }) => `${conversation} ${is} ${held}`)).toEqual([
      'near ahead quiet',
      'nearer ahead quiet',
      'passes passed quiet',
    ]);
    expect(ask(morning, rounds).now).toEqual([]);
  });

  it('a reminder whose moment comes after it is not held back', () => {
    const ask = asking(noon, { settings: { quiet } });
    const late = waiting('late', [morning - 10 * hour + 5 * second]);
    ask(night, [late]);
    ask(morning - 1, [late]);
    expect(ask(morning, [late]).now).toEqual([]);
    expect(ask(morning + 5 * second, [late]).now).toMatchObject([{ conversation: 'late', is: 'ahead' }]);
    expect(ask(morning + 5 * second, [late]).now[0]?.held).toBeUndefined();
  });

  it('the computer slept through its end: what passed in it was held by it, what passed later by the sleep', () => {
    const away = { from: night + hour, to: morning + 2 * hour, why: 'asleep' } as const;
    const ask = asking(night, { settings: { quiet }, away });
    const found = ask(morning + 2 * hour, rounds);
    expect(found.now.map(({ conversation, is, held }) => `${conversation} ${is} ${held}`)).toEqual([
      'nearer passed asleep',
      'near passed asleep',
      'passes passed quiet',
    ]);
  });
});

describe('a snooze', () => {
  const a = waiting('a', [noon]);
  const of = (chat: WaitingRound | null, from: number, minutes: number): SnoozeRow => ({
    key: chat ? snoozeKey(chat) : snoozeKey(),
    from,
    until: from + minutes * minute,
    ...(chat && { round: chat.id }),
  });
  const ten = noon + 10 * hour;

  it('of a chat says nothing of it until it is over, then once, and then its usual reminders go on', () => {
    const ask = asking(noon, { snoozes: [of(a, ten, 15)] });
    expect(ask(ten, [a])).toMatchObject({ now: [], next: ten + 15 * minute });
    expect(ask(ten + 15 * minute - 1, [a]).now).toEqual([]);
    expect(said(ask(ten + 15 * minute, [a]))).toEqual([`a ${long} ahead`]);
    expect(ask(ten + 15 * minute, [a]).now).toEqual([]);
    expect(said(ask(noon + 11.5 * hour, [a]))).toEqual([`a ${long} ahead`]);
  });

  it('of a chat leaves the others', () => {
    const b = waiting('b', [noon]);
    expect(said(asking(noon, { snoozes: [of(a, ten, 5)] })(ten, [a, b]))).toEqual([`b ${long} ahead`]);
  });

  it('of a chat that is answered meanwhile says nothing, and nothing is left of it', () => {
    const ask = asking(noon, { snoozes: [of(a, ten, 5)] });
    expect(ask(ten + 5 * minute, [])).toMatchObject({ now: [], spent: [snoozeKey(a)] });
  });

  it('of a chat does not hold back a new question in it', () => {
    const later = { ...waiting('a', [ten]), id: 'another' };
    expect(said(asking(noon, { snoozes: [of(a, ten, 60)] })(ten + 100 * second, [later]))).toEqual([
      `a ${quick} ahead`,
    ]);
  });

  it('of a chat past every deadline says that it still waits', () => {
    const ask = asking(noon + 13 * hour, { snoozes: [of(a, noon + 13 * hour, 5)] });
    const found = ask(noon + 13 * hour + 5 * minute, [a]);
    expect(found.now).toMatchObject([{ conversation: 'a', is: 'waits', deadline: noon + 12 * hour }]);
    expect(ask(noon + 14 * hour, [a]).now).toEqual([]);
  });

  it('of all says afterwards what was or became due, once; what is not due yet keeps its own moment', () => {
    const rounds = [a, waiting('b', [noon - 90 * minute]), waiting('calm', [ten - hour])];
    const ask = asking(ten, { snoozes: [of(null, ten, 60)] });
    expect(ask(ten + 30 * minute, rounds)).toMatchObject({ now: [], next: ten + 30 * minute + 1 });
    const found = ask(ten + 60 * minute, rounds);
    expect(found.now.map(({ conversation, is, held }) => `${conversation} ${is} ${held}`)).toEqual([
      'a ahead undefined',
      'b passed snoozed',
    ]);
    expect(ask(ten + 61 * minute, rounds).now).toEqual([]);
  });

  it('ends where the clock was set back to before it began', () => {
    const ask = asking(noon, { snoozes: [of(a, ten + 2 * hour, 60)] });
    expect(said(ask(ten, [a]))).toEqual([`a ${long} ahead`]);
  });

  it('that is over while it is quiet waits for the end of quiet', () => {
    const quiet = { from: '21:00', to: '23:00', zone: 'Asia/Jakarta' };
    const b = waiting('b', [noon]);
    // 12:00 and 10 h: 22:00.
    const ask = asking(noon, { snoozes: [of(b, ten - 1.5 * hour, 60)], settings: { quiet } });
    expect(ask(ten, [b])).toMatchObject({ now: [], spent: [] });
    expect(said(ask(ten + hour, [b]))).toEqual([`b ${long} ahead`]);
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

  it('and says that it slept of what passed meanwhile, and of nothing else', () => {
    const away = { from: noon + 11 * hour, to: noon + 13 * hour, why: 'asleep' } as const;
    const earlier = waiting('earlier', [noon - 2 * hour]);
    const found = asking(noon - hour, { away })(noon + 13 * hour, [...rounds, earlier]);
    expect(found.now.map(({ conversation, held }) => `${conversation} ${held}`)).toEqual([
      'c asleep',
      'b asleep',
      'a asleep',
      'earlier undefined',
    ]);
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

describe('a promise that nothing followed', () => {
  const p = waiting('p', [noon]);
  const past = (seconds: number) => noon + seconds * second;

  it.each<[string, number, Partial<Reminding>, string[], number | null]>([
    ['at once', 0, {}, [], 120],
    ['1 s before its time', 119, {}, [], 120],
    ['two minutes later', 120, {}, ['p null promised'], null],
    ['seen late', 3 * 3600, {}, ['p null promised'], null],
    ['a day later', 86_400, {}, ['p null promised'], null],
    ['seen when it is older than a day', 86_401, {}, [], null],
    ['by another time of the seller’s', 30, { promiseAfter: 30 }, ['p null promised'], null],
    ['not at all where the seller wants none', 120, { promiseAfter: null }, [], null],
    ['not of a silent platform', 120, { silentPlatforms: ['tiktok-shop'] }, [], null],
  ])('is said %s', (_, seconds, settings, words, next) => {
    const found = asking(noon, { settings })(past(seconds), [], [p]);
    expect(said(found)).toEqual(words);
    expect(found.next).toBe(next && past(next));
  });

  it('is said once, and with what is due beside it, which comes first', () => {
    const ask = asking();
    expect(said(ask(past(120), [waiting('a', [past(15)])], [p]))).toEqual([`a ${quick} ahead`, 'p null promised']);
    expect(said(ask(past(121), [], [p]))).toEqual([]);
    expect(said(ask(past(9000), [], [p]))).toEqual([]);
  });

  it('waits for the end of quiet hours, and of a snooze', () => {
    const quiet = { from: '10:00', to: '13:00', zone: 'UTC' };
    const noonInUtc = Date.UTC(2026, 10, 23, 12);
    const q = waiting('q', [noonInUtc]);
    const inQuiet = asking(noonInUtc, { settings: { quiet } });
    expect(said(inQuiet(noonInUtc + 120 * second, [], [q]))).toEqual([]);
    expect(inQuiet(noonInUtc + 120 * second, [], [q]).next).toBe(noonInUtc + hour);
    expect(said(inQuiet(noonInUtc + hour, [], [q]))).toEqual(['q null promised']);
    const snoozed = asking(noon, { snoozes: [{ key: snoozeKey(), from: noon, until: past(900) }] });
    expect(said(snoozed(past(120), [], [p]))).toEqual([]);
    expect(said(snoozed(past(900), [], [p]))).toEqual(['p null promised']);
  });
});
