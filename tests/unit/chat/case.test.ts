import { describe, expect, it } from 'vitest';
import { caseEnd, isClockLength, isLabel } from '@/lib/chat/case';
import { caseClock, usualHours } from '@/lib/rules/case-clock';

describe("a case's clock", () => {
  it('ends so many hours after the last word, 3 × 24 where nothing else was chosen', () => {
    const lastWordAt = Date.parse('2026-03-10T05:00:00Z');
    expect(usualHours).toBe(72);
    expect(caseEnd({ lastWordAt, hours: usualHours })).toBe(Date.parse('2026-03-13T05:00:00Z'));
    expect(caseEnd({ lastWordAt, hours: 1 })).toBe(Date.parse('2026-03-10T06:00:00Z'));
  });

  it('says where its length was read, and how sure that is', () => {
    expect(caseClock.source).toContain('3 × 24 h');
    expect(caseClock.confidence).toBe('off');
  });

  it.each([
    [1, true],
    [48, true],
    [720, true],
    [0, false],
    [721, false],
    [1.5, false],
    [Number.NaN, false],
    [-3, false],
  ])('of %d hours can be: %s', (hours, can) => {
    expect(isClockLength(hours)).toBe(can);
  });

  it.each([
    ['Retur 4410', true],
    ['  x  ', true],
    ['', false],
    ['   ', false],
    ['x'.repeat(80), true],
    ['x'.repeat(81), false],
    ['two\nlines', false],
  ])('may be called %j: %s', (label, can) => {
    expect(isLabel(label)).toBe(can);
  });
});
