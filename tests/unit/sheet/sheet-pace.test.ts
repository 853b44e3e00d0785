import { expect, it } from 'vitest';
import { sheetDueIn } from '@/lib/sheet/sheet-pace';

const long = Number.NEGATIVE_INFINITY;

it.each([
  ['the first, behind the badge', { madeAt: long, cost: 0, isSeen: false }, 250],
  ['the first that somebody waits for', { madeAt: long, cost: 0, isSeen: true }, 50],
  ['a second after the one before', { madeAt: 9_900, cost: 5, isSeen: false }, 900],
  ['fifty times what it took, where that is longer', { madeAt: 9_900, cost: 30, isSeen: false }, 1400],
  ['two seconds after the one before, however long it took', { madeAt: 9_900, cost: 3000, isSeen: false }, 1900],
  ['a tenth of a second after the one before that is seen', { madeAt: 9_950, cost: 5, isSeen: true }, 50],
  ['no sooner than it takes, also where it is seen', { madeAt: 9_950, cost: 400, isSeen: true }, 350],
  ['soon, where the one before is long made', { madeAt: 5_000, cost: 3000, isSeen: false }, 250],
])('a sheet is made: %s', (_, before, ms) => {
  expect(sheetDueIn(10_000, before)).toBe(ms);
});
