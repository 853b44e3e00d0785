import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsAround } from '@/lib/rates/bands-around';
import { outlookOf, type Waiting } from '@/lib/rates/outlook';
import type { Counted } from '@/lib/rates/prospect';
import type { PublishedRule } from '@/lib/rules/rule';
import { versionsOf } from '@/lib/rules/versions-of';
import { everyPreset, everyRule } from '../rules/every-rule';

const noon = Date.parse('2026-03-10T12:00:00+08:00');
const second = 1000;
const ruleOf = (id: string, market: string): PublishedRule => {
  const rule = [...everyRule, ...everyPreset].find(one => one.rule.id === id && one.market === market)?.rule;
  if (!rule) throw new Error(`no ${id} in ${market}`);
  return rule;
};
const [share, mean, uncapped] = [
  ruleOf('tiktok-shop/12h', 'ID'),
  ruleOf('feige/mean-response', 'CN'),
  ruleOf('tiktok-shop/average-response', 'ID'),
];

const counted = (sum: number, count: number): Counted => ({ sum, count, newest: null });

/** A buyer who has waited for so long (s) at noon. */
function waiting(rule: PublishedRule, waited: number, robot = false): Waiting {
  const start = noon - waited * second;
  const [version] = versionsOf(rule).slice(-1);
  if (!version) throw new Error('a version');
  const unit = { conversation: 'c', id: `${waited}`, start, sellerStarted: false, blocked: false, byHand: false };
  return { version, unit: { ...unit, parts: [{ start, robot }] } };
}

const outlook = (rule: PublishedRule, of: Counted, who: readonly Waiting[] = [], target = rule.target) =>
  outlookOf({ rule: { ...rule, target }, counted: of, waiting: who, holidays: [], now: noon });

describe('what would change a share', () => {
  it.each<[number, number, number | null, number | null]>([
    // In time, counted, misses left, answers to regain, for a target of 85 %.
    [17, 20, 0, null],
    [16, 20, null, 7],
    [20, 20, 3, null],
    [0, 1, null, 6],
    [0, 0, null, null],
  ])('%i of %i in time', (onTime, count, missesLeft, answersToRegain) => {
    expect(outlook(share, counted(onTime, count))).toMatchObject({ missesLeft, answersToRegain, nextMayTake: null });
  });

  it('who waits is in time or missed; settled by a robot, neither', () => {
    const [plain, robot] = [waiting(share, 60), waiting(share, 60, true)];
    expect(outlook(share, counted(8, 10), [plain, plain])).toMatchObject({
      ifAllAnswered: 10 / 12,
      ifNoneAnswered: 8 / 12,
    });
    expect(outlook(share, counted(8, 10), [plain, robot])).toMatchObject({
      ifAllAnswered: 10 / 12,
      ifNoneAnswered: 8 / 11,
    });
    expect(outlook(share, counted(0, 0), [robot])).toMatchObject({ ifAllAnswered: 1, ifNoneAnswered: null });
  });

  it('one more miss than those left loses the target, and one answer less than needed does not regain it', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.constantFrom(0.8, 0.85, 0.9, 0.97), (onTime, others, target) => {
        const count = onTime + others;
        const { missesLeft: left, answersToRegain: more } = outlook(share, counted(onTime, count), [], target);
        const held = (good: number, all: number) => good / all >= target;
        if (left !== null) expect([held(onTime, count + left), held(onTime, count + left + 1)]).toEqual([true, false]);
        if (more !== null) {
          expect([held(onTime + more, count + more), held(onTime + more - 1, count + more - 1)]).toEqual([true, false]);
        }
        expect(left === null || more === null).toBe(true);
        expect(left === null && more === null).toBe(count === 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('a target of all is never regained, one of nothing never lost', () => {
    expect(outlook(share, counted(9, 10), [], 1)).toMatchObject({ missesLeft: null, answersToRegain: null });
    expect(outlook(share, counted(10, 10), [], 1)).toMatchObject({ missesLeft: 0 });
    expect(outlook(share, counted(0, 10), [], 0)).toMatchObject({ missesLeft: null, answersToRegain: null });
  });
});

describe('what would change a mean', () => {
  // Target 30 s; what is never answered counts as 600 s.
  it('by those who wait: answered at once, or never', () => {
    const two = [waiting(mean, 10), waiting(mean, 50)];
    expect(outlook(mean, counted(60, 3), two)).toMatchObject({
      ifAllAnswered: (60 + 10 + 50) / 5,
      ifNoneAnswered: (60 + 600 + 600) / 5,
    });
  });

  it('by those who wait, where only answers count: never answered, they leave it as it is', () => {
    expect(outlook(uncapped, counted(60, 3), [waiting(uncapped, 60)])).toMatchObject({
      ifAllAnswered: 30,
      ifNoneAnswered: 20,
      missesLeft: null,
    });
  });

  it.each<[number, number, number | null, number | null, number | null]>([
    // Seconds in all, answers, misses left, answers at once to regain, seconds the next may take, for a target of 30 s.
    [30 * 100, 100, 0, null, 30],
    [20 * 100, 100, 1, null, 1030],
    [60, 1, null, 1, 0],
    [100, 2, null, 2, null],
    [0, 0, null, null, null],
  ])('%d s over %i', (sum, count, missesLeft, answersToRegain, nextMayTake) => {
    expect(outlook(mean, counted(sum, count))).toMatchObject({ missesLeft, answersToRegain, nextMayTake });
  });

  it('a target longer than what a miss counts is never lost by misses', () => {
    expect(outlook(mean, counted(60, 3), [], 600)).toMatchObject({ missesLeft: null, answersToRegain: null });
  });
});

describe('what would change a share whose newest quarter weighs half', () => {
  const weighed = ruleOf('shopee/12h-weighted', 'ID');
  /** `1` in time, `0` missed, the newest first. */
  const of = (units: string): Counted => ({
    sum: [...units].filter(unit => unit === '1').length,
    count: units.length,
    newest: [...units].map((unit, index) => ({ start: noon - (index + 1) * 3600 * second, worth: Number(unit) })),
  });
  const value = (units: string) => {
    const newest = [...units.slice(0, Math.ceil(units.length / 4))];
    const share = (list: readonly string[]) => list.filter(unit => unit === '1').length / list.length;
    return 0.5 * share([...units]) + 0.5 * share(newest);
  };

  it('is counted out by what comes next, since that is the newest', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('0', '1', '1', '1'), { minLength: 1, maxLength: 60 }), list => {
        const units = list.join('');
        const { missesLeft: left, answersToRegain: more } = outlook(weighed, of(units));
        const held = (fresh: string) => value(fresh + units) >= weighed.target - 1e-12;
        if (left !== null) expect([held('0'.repeat(left)), held('0'.repeat(left + 1))]).toEqual([true, false]);
        if (more !== null) expect([held('1'.repeat(more)), held('1'.repeat(more - 1))]).toEqual([true, false]);
        expect((left === null) !== (more === null)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('puts those who wait at their place in time', () => {
    // Between the first and the second of four.
    const who = [waiting(weighed, 1.5 * 3600)];
    expect(outlook(weighed, of('0111'), who).ifAllAnswered).toBeCloseTo(value('01111'), 12);
    expect(outlook(weighed, of('0111'), who).ifNoneAnswered).toBeCloseTo(value('00111'), 12);
  });
});

describe('the bands around a value', () => {
  const around = (rule: PublishedRule, sum: number, count: number) => {
    const { band, nextBand, betterBand } = bandsAround(rule, counted(sum, count), count === 0 ? null : sum / count);
    const [worse, better] = [
      nextBand && [nextBand.band.consequence, nextBand.misses],
      betterBand && [betterBand.band.consequence, betterBand.answers],
    ];
    return [band?.consequence ?? null, worse, better];
  };
  const [weekly, minutes] = [ruleOf('tiktok-shop/12h-weekly', 'VN'), ruleOf('feige/3min', 'CN')];

  it.each<[number, number, unknown[]]>([
    // 85 % itself is still fine; one more miss is not.
    [17, 20, ['tiktokFine', ['tiktokWarning', 1], null]],
    [19, 20, ['tiktokFine', ['tiktokWarning', 3], null]],
    [16, 20, ['tiktokWarning', ['tiktokMinusTen', 2], ['tiktokFine', 7]]],
    // 50 % itself belongs to the band below.
    [6, 11, ['tiktokMinusTen', ['tiktokMinusTwenty', 1], ['tiktokWarning', 9]]],
    [6, 10, ['tiktokMinusTen', ['tiktokMinusTwenty', 2], ['tiktokWarning', 6]]],
    [5, 10, ['tiktokMinusTwenty', null, ['tiktokMinusTen', 1]]],
    [0, 0, [null, null, null]],
  ])('of Vietnam, %i of %i in time', (onTime, count, said) => {
    expect(around(weekly, onTime, count)).toEqual(said);
  });

  it.each<[number, number, unknown[]]>([
    // 90 s itself is still soon enough; never answered counts as 600 s.
    [90 * 10, 10, ['feigeAnswersSoon', ['feigeSlowService', 1], null]],
    [10 * 100, 100, ['feigeAnswersSoon', ['feigeSlowService', 16], null]],
    [100 * 10, 10, ['feigeSlowService', null, ['feigeAnswersSoon', 2]]],
  ])("of Douyin's mean, %d s over %i", (sum, count, said) => {
    expect(around(mean, sum, count)).toEqual(said);
  });

  it('name every mark with how far it is, for a seller who aims for one', () => {
    const { marks } = bandsAround(minutes, counted(95, 100), 0.95);
    expect(marks.map(({ band, missesLeft, answersToRegain }) => [band.from, missesLeft, answersToRegain])).toEqual([
      [0.97, null, 67],
      [0.9, 5, null],
    ]);
  });

  it('are none where the rule has none', () => {
    expect(bandsAround(share, counted(9, 10), 0.9)).toEqual({
      band: null,
      nextBand: null,
      betterBand: null,
      marks: [],
    });
  });
});
