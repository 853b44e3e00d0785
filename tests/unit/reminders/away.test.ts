import { describe, expect, it } from 'vitest';
import { awayBetween, isLately } from '@/lib/reminders/away';
import { hour, minute, noon } from './waiting';

const asked = (at: number, session?: string) => ({ at, ...(session !== undefined && { session }) });

describe('a silence', () => {
  it.each<[string, Parameters<typeof awayBetween>, ReturnType<typeof awayBetween>]>([
    ['before the first asking is none', [undefined, asked(noon, 'a')], null],
    ['of five minutes is none: alarms slip', [asked(noon, 'a'), asked(noon + 5 * minute, 'a')], null],
    [
      'in one session was sleep',
      [asked(noon, 'a'), asked(noon + 2 * hour, 'a')],
      { from: noon, to: noon + 2 * hour, why: 'asleep' },
    ],
    [
      'between two sessions was none: the browser was closed',
      [asked(noon, 'a'), asked(noon + 2 * hour, 'b')],
      { from: noon, to: noon + 2 * hour, why: 'closed' },
    ],
    [
      'of which nobody knows the session has no reason',
      [asked(noon), asked(noon + 2 * hour, 'b')],
      { from: noon, to: noon + 2 * hour },
    ],
    ['that ends before it began is none: the clock was set back', [asked(noon, 'a'), asked(noon - hour, 'a')], null],
  ])('%s', (_, given, away) => {
    expect(awayBetween(...given)).toEqual(away);
  });

  it('is news for ten minutes: so long the page may take to bring what was written meanwhile', () => {
    const away = { from: noon - hour, to: noon };
    expect([noon, noon + 10 * minute - 1, noon + 10 * minute, noon - 1].map(now => isLately(away, now))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
