import { describe, expect, it } from 'vitest';
import type { Counting } from '@/lib/rules/counting';
import { holidayAt, openedAt, withHoliday, withoutHoliday } from '@/lib/settings/holiday-edits';

const now = 1_800_000_000_000;
const hour = 3_600_000;
const past = { from: now - 9 * hour, to: now - 8 * hour };
const current = { from: now - hour, to: now + hour };
const open = { from: now - 2 * hour, to: null };
const coming = { from: now + 5 * hour, to: now + 6 * hour };
const shop: Counting = { zone: 'Asia/Jakarta', holidays: [past, open, current, coming] };

describe('holiday mode', () => {
  it('is on inside a holiday, its end not included', () => {
    expect(holidayAt({ holidays: [current] }, now)).toBe(current);
    expect(holidayAt({ holidays: [current] }, current.from)).toBe(current);
    expect(holidayAt({ holidays: [current] }, current.to)).toBeUndefined();
    expect(holidayAt({ holidays: [open] }, now + 1000 * hour)).toBe(open);
    expect(holidayAt({}, now)).toBeUndefined();
  });

  it('ends now, whatever kept it on; what is over and what is to come stays', () => {
    expect(openedAt(shop, now)).toEqual({
      zone: 'Asia/Jakarta',
      holidays: [past, { from: open.from, to: now }, { from: current.from, to: now }, coming],
    });
  });

  it('that began this very moment is none', () => {
    expect(openedAt({ holidays: [{ from: now, to: null }] }, now).holidays).toEqual([]);
  });
});

it('a holiday is put in its place and taken out again', () => {
  const more = withHoliday({ holidays: [coming] }, past);
  expect(more.holidays).toEqual([past, coming]);
  expect(withoutHoliday(more, { ...past }).holidays).toEqual([coming]);
});
