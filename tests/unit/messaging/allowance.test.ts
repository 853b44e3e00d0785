import { describe, expect, it } from 'vitest';
import { allowance } from '@/lib/messaging/allowance';

const at = Date.UTC(2026, 10, 22, 5);
const fresh = () => allowance({ atOnce: 100, perSecond: 10 });

describe('what a tab may send', () => {
  it('is so much at once, and so much more each second', () => {
    const allowed = fresh();
    expect([allowed.take(7, 60, at), allowed.take(7, 40, at), allowed.take(7, 1, at)]).toEqual([true, true, false]);
    expect([allowed.take(7, 11, at + 1000), allowed.take(7, 10, at + 1000)]).toEqual([false, true]);
  });

  it('never grows beyond what may come at once, however long it was silent', () => {
    const allowed = fresh();
    allowed.take(7, 100, at);
    expect(allowed.take(7, 101, at + 86_400_000)).toBe(false);
    expect(allowed.take(7, 100, at + 86_400_000)).toBe(true);
  });

  it('is its own: who floods takes nothing from another', () => {
    const allowed = fresh();
    while (allowed.take(7, 10, at)) {}
    expect(allowed.take(8, 100, at)).toBe(true);
    expect(allowed.take(undefined, 100, at)).toBe(true);
  });

  it('is not more where the clock was set back', () => {
    const allowed = fresh();
    allowed.take(7, 100, at);
    expect(allowed.take(7, 1, at - 3_600_000)).toBe(false);
  });
});
