import { describe, expect, it } from 'vitest';
import type { ShopId } from '@/lib/chat/shop';
import { whatRecounts } from '@/lib/log/what-recounts';
import type { Counting } from '@/lib/rules/counting';
import { rulesFor } from '@/lib/rules/rules-for';
import { clockOf } from '@/lib/settings/clock-of';
import { type CountingEdits, countingForm, fieldOf } from '@/lib/settings/counting-form';

const shop: ShopId = 'tiktok-shop/ID/1';
const hours12 = 'tiktok-shop/12h';
const minutes3 = 'tiktok-shop/3min';
const mean = 'tiktok-shop/average-response';

const edited = (edits: CountingEdits, before: Counting = {}, of = shop) => countingForm(of, before, edits);
const ruleIn = (form: ReturnType<typeof edited>, id: string) => form.rules.find(rule => rule.id === id);

describe('the fields of a shop', () => {
  it('show what counts now: the rules as they are where nothing was chosen', () => {
    const form = edited({});
    expect([form.isChanged, form.isWrong, form.zone, form.marketZone]).toEqual([false, false, '', 'Asia/Jakarta']);
    expect(ruleIn(form, hours12)).toMatchObject({ target: '85', hours: 'rule', plain: { id: hours12 }, wrong: {} });
    expect(ruleIn(form, minutes3)).toMatchObject({ target: '90', hours: 'rule', from: '08:00', to: '23:00' });
    expect(ruleIn(form, mean)).toMatchObject({ target: '60' });
  });

  it('show what the seller chose before', () => {
    const before: Counting = {
      readings: { [hours12]: 'tiktok-shop/12h-rounds' },
      targets: { [hours12]: 0.955, [mean]: 1800 },
      hours: { [minutes3]: null, [hours12]: { from: '09:00', to: '17:00' } },
      units: { [minutes3]: 'round' },
      zone: 'Asia/Makassar',
    };
    const form = edited({}, before);
    expect([form.counting, form.isChanged, form.zone]).toEqual([before, false, 'Asia/Makassar']);
    expect(ruleIn(form, hours12)).toMatchObject({
      plain: { id: 'tiktok-shop/12h-rounds' },
      target: '95.5',
      hours: 'own',
      from: '09:00',
      to: '17:00',
    });
    expect(ruleIn(form, minutes3)).toMatchObject({ hours: 'always', unit: 'round' });
    expect(ruleIn(form, mean)).toMatchObject({ target: '30' });
  });

  it.each([
    ['a target', { [fieldOf(hours12, 'target')]: '92,5%' }, { targets: { [hours12]: 0.925 } }],
    ['a target of a mean', { [fieldOf(mean, 'target')]: '30' }, { targets: { [mean]: 1800 } }],
    [
      'another reading',
      { [fieldOf(hours12, 'reading')]: 'tiktok-shop/24h' },
      { readings: { [hours12]: 'tiktok-shop/24h' } },
    ],
    ['round the clock', { [fieldOf(minutes3, 'hours')]: 'always' }, { hours: { [minutes3]: null } }],
    [
      'hours',
      { [fieldOf(minutes3, 'hours')]: 'own', [fieldOf(minutes3, 'from')]: '9:00', [fieldOf(minutes3, 'to')]: '24.00' },
      { hours: { [minutes3]: { from: '09:00', to: '24:00' } } },
    ],
    ['a zone', { zone: ' Asia/Jayapura ' }, { zone: 'Asia/Jayapura' }],
  ] as const)('say %s as the counting has it', (_, edits, wanted) => {
    const form = edited(edits);
    expect(form.counting).toMatchObject(wanted);
    expect([form.isChanged, form.isWrong]).toEqual([true, false]);
    // What is saved comes back as it was typed, and is no change any more.
    expect(edited({}, form.counting)).toMatchObject({ counting: form.counting, isChanged: false });
  });

  it.each([
    ['a target as the rule has it', { [fieldOf(hours12, 'target')]: '85' }, { targets: { [hours12]: 0.9 } }],
    ['no target', { [fieldOf(hours12, 'target')]: ' ' }, { targets: { [hours12]: 0.9 } }],
    ['hours as the rule has them', { [fieldOf(minutes3, 'hours')]: 'rule' }, { hours: { [minutes3]: null } }],
    [
      'the list’s own reading',
      { [fieldOf(hours12, 'reading')]: hours12 },
      { readings: { [hours12]: 'tiktok-shop/24h' } },
    ],
    ['no zone', { zone: '' }, { zone: 'Asia/Jayapura' }],
  ] as const)('take a choice back by %s', (_, edits, before) => {
    const form = edited(edits, before);
    expect(form.isChanged).toBe(true);
    expect(rulesFor(shop, form.counting)).toEqual(rulesFor(shop));
  });

  it('leave a unit that was adopted until another reading is chosen', () => {
    const before: Counting = { units: { [hours12]: 'round' } };
    expect(edited({ [fieldOf(hours12, 'target')]: '80' }, before).counting.units).toEqual(before.units);
    expect(edited({ [fieldOf(hours12, 'reading')]: hours12 }, before).counting.units).toEqual({});
  });
});

describe('what cannot be is refused at its field', () => {
  it.each([
    ['-5', 'rule_target_error'],
    ['101', 'rule_target_error'],
    ['many', 'rule_target_error'],
  ])('a target of %s', (typed, key) => {
    const form = edited({ [fieldOf(hours12, 'target')]: typed });
    expect([form.isWrong, ruleIn(form, hours12)?.wrong, ruleIn(form, minutes3)?.wrong]).toEqual([
      true,
      { target: key },
      {},
    ]);
    expect(ruleIn(form, hours12)?.target).toBe(typed);
  });

  it.each(['0', '-1', 'soon'])('a mean of %s minutes', typed => {
    expect(ruleIn(edited({ [fieldOf(mean, 'target')]: typed }), mean)?.wrong).toEqual({ target: 'rule_target_error' });
  });

  it.each([
    ['08:00', '08:00'],
    ['', '12:00'],
    ['25:00', '12:00'],
    ['24:00', '12:00'],
    ['08:00', 'noon'],
  ])('hours from "%s" to "%s"', (from, to) => {
    const form = edited({
      [fieldOf(hours12, 'hours')]: 'own',
      [fieldOf(hours12, 'from')]: from,
      [fieldOf(hours12, 'to')]: to,
    });
    expect(ruleIn(form, hours12)).toMatchObject({ from, to, wrong: { hours: 'rule_hours_error' } });
  });

  it.each(['Jakarta', 'Mars/Olympus', 'x'])('the zone %s', zone => {
    const form = edited({ zone });
    expect([form.isWrong, form.wrongZone, form.zone]).toEqual([true, 'rule_zone_error', zone]);
  });
});

describe('what a change counts again', () => {
  const recounted = (edits: CountingEdits, of = shop) => whatRecounts(of, {}, edited(edits, {}, of).counting);

  it('is nothing for a target', () => {
    expect(recounted({ [fieldOf(hours12, 'target')]: '70' })).toEqual([]);
  });

  it('is the rule whose hours or reading change', () => {
    expect(recounted({ [fieldOf(hours12, 'hours')]: 'own' })).toEqual([hours12]);
    expect(recounted({ [fieldOf(hours12, 'reading')]: 'tiktok-shop/12h-rounds' })).toEqual([hours12]);
  });

  it('is every rule for another zone', () => {
    expect(recounted({ zone: 'Asia/Jayapura' })).toEqual([hours12, minutes3, mean]);
  });

  it('is, for a holiday, every rule that knows holidays', () => {
    const holidays = [{ from: 1_800_000_000_000, to: null }];
    expect(whatRecounts(shop, {}, { holidays })).toEqual([hours12, minutes3, mean]);
    expect(whatRecounts('tokopedia/ID/1', {}, { holidays })).toEqual(['tokopedia/3min']);
    expect(whatRecounts('feige/CN/1', {}, { holidays })).toEqual([]);
  });
});

it.each([
  ['8:05', '08:05'],
  ['08.05', '08:05'],
  ['22：30', '22:30'],
  ['24:00', '24:00'],
  ['8', '8'],
  ['noon', 'noon'],
  ['', ''],
])('the time %s is %s', (typed, wanted) => {
  expect(clockOf(typed)).toBe(wanted);
});
