import { describe, expect, it } from 'vitest';
import { namedChat } from '@/lib/chat/named-chat';
import type { SeenConversation } from '@/lib/chat/observation';
import { steadyWaits } from '@/lib/watch/steady-waits';

const noon = Date.UTC(2026, 10, 23, 4);
const lin = namedChat('林小禾');

/** A row seen `at` seconds after noon whose label says that it has waited `waited` seconds, to a unit. */
const row = (at: number, waited: number | null, unit = 1, conversation = lin): SeenConversation => ({
  is: 'conversation',
  sense: 'page',
  conversation,
  at: noon + at * 1000,
  buyer: '林小禾',
  waiting: waited !== null,
  ...(waited !== null && {
    waitingSince: noon + (at - waited - unit) * 1000,
    waitingUncertain: unit * 1000,
  }),
});

function said(...rows: readonly SeenConversation[]) {
  const steady = steadyWaits();
  return rows.map(each => {
    const { waitingSince, waitingUncertain = 0 } = steady(each);
    return waitingSince === undefined ? null : [(waitingSince - noon) / 1000, waitingUncertain / 1000];
  });
}

describe('since when a row waits', () => {
  it('is the same at every look while the label ticks', () => {
    expect(said(row(50, 40), row(51.2, 41), row(52.1, 42))).toEqual([
      [9, 1],
      [9, 1],
      [9, 1],
    ]);
  });

  it('becomes known as the label changes, each time by half at least', () => {
    // Three minutes; after 50 s still three, which tells a little; a second later four, which tells all.
    expect(said(row(0, 180, 60), row(20, 180, 60), row(50, 180, 60), row(51, 240, 60))).toEqual([
      [-240, 60],
      [-240, 60],
      [-190, 10],
      [-190, 1],
    ]);
  });

  it('is not moved by a label that a hidden tab has not drawn, before or now', () => {
    expect(said(row(50, 40), row(90, 41))).toEqual([
      [9, 1],
      [9, 1],
    ]);
    expect(said(row(90, 41), row(91, 82))).toEqual([
      [48, 1],
      [8, 1],
    ]);
  });

  it('is of a new wait once the label has gone back, or once it was answered in between', () => {
    expect(said(row(50, 40), row(60, 2))).toEqual([
      [9, 1],
      [57, 1],
    ]);
    expect(said(row(50, 1), row(60, null), row(70, 5))).toEqual([[48, 1], null, [64, 1]]);
  });

  it('goes on when the chat is opened, and is another for another name', () => {
    const open = '5550001:7490001::2:1:pigeon';
    expect(said(row(50, 40), row(51.5, 41, 1, open))).toEqual([
      [9, 1],
      [9, 1],
    ]);
    expect(said(row(50, 40), row(60, 50, 1, namedChat('林小禾', 1)))[1]).toEqual([9, 1]);
  });
});

it('what says nothing of a start is told as it is', () => {
  const marked: SeenConversation = { ...row(0, null), waiting: true };
  expect(steadyWaits()(marked)).toBe(marked);
});
