import { describe, expect, it } from 'vitest';
import { readSettings } from '@/lib/settings/settings';
import { goodUntil, isGood, type Sheet, settingsMark } from '@/lib/sheet/sheet';
import { minute, now, overview, rateView, shopLine, twelveHours, waitingRow } from '../components/sample';

const midnight = Date.parse('2026-11-23T00:00:00+07:00');
const quiet = rateView({ firstDeadline: null });
const nobody = { rates: [quiet], waiting: [] };

describe('what stands on a sheet is so', () => {
  it('for a minute and a half, where nothing changes before', () => {
    expect(goodUntil(overview(nobody), now)).toBe(now + 90_000);
  });

  it('until the next deadline of a rate, of one who waits, or of another shop', () => {
    const soon = now + 20_000;
    expect(goodUntil(overview({ ...nobody, rates: [quiet, rateView({ firstDeadline: soon })] }), now)).toBe(soon);
    expect(goodUntil(overview({ ...nobody, more: [rateView({ firstDeadline: soon })] }), now)).toBe(soon);
    expect(goodUntil(overview({ ...nobody, waiting: [waitingRow({ deadline: soon })] }), now)).toBe(soon);
    expect(goodUntil(overview(nobody, [shopLine({ nearestDeadline: soon })]), now)).toBe(soon);
  });

  it('for a few seconds, however soon the next deadline passes', () => {
    expect(goodUntil(overview({ ...nobody, waiting: [waitingRow({ deadline: now + 1000 })] }), now)).toBe(now + 5000);
  });

  it('until the day ends where the market is, and the window moves on', () => {
    const late = midnight - 10_000;
    expect(goodUntil(overview(nobody), late)).toBe(midnight);
    const abroad = rateView({ firstDeadline: null, rule: { ...twelveHours, zone: 'Asia/Manila' } });
    expect(goodUntil(overview({ ...nobody, rates: [abroad] }), late)).toBe(late + 90_000);
  });

  it('past a deadline that has passed already, until the next', () => {
    const passed = waitingRow({ deadline: now - minute });
    expect(goodUntil(overview({ ...nobody, waiting: [passed] }), now)).toBe(now + 90_000);
  });

  it('of all shops until the first deadline of any', () => {
    const { rule, rate } = quiet;
    const shops = [now + 50_000, now + 30_000].map(firstDeadline => ({
      ...shopLine(),
      rates: [{ rule, rate, firstDeadline }],
    }));
    const all = { at: now, shops: [], shown: { is: 'all' as const, days: 30, shops, waiting: [] } };
    expect(goodUntil(all, now)).toBe(now + 30_000);
  });
});

describe('a sheet is shown at once', () => {
  const settings = readSettings({ days: 7 });
  const sheet: Sheet = {
    at: now,
    goodUntil: now + 1000,
    by: settingsMark(settings),
    overview: overview(),
    cases: { open: [], done: [] },
    trouble: null,
  };

  it('while it is good', () => {
    expect(isGood(sheet, settings, now)).toBe(true);
    expect(isGood(sheet, settings, now + 999)).toBe(true);
    expect(isGood(sheet, settings, now + 1000)).toBe(false);
  });

  it('and not where it was made by other settings', () => {
    expect(isGood(sheet, readSettings({ days: 30 }), now)).toBe(false);
  });

  it('and not where the clock was set back since', () => {
    expect(isGood(sheet, settings, now - 1)).toBe(false);
  });
});
