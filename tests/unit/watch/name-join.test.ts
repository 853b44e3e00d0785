import { describe, expect, it } from 'vitest';
import { isNamedChat, namedChat } from '@/lib/chat/named-chat';
import type { Observation, SeenConversation } from '@/lib/chat/observation';
import { nameJoin } from '@/lib/watch/name-join';

const noon = Date.UTC(2026, 10, 23, 4);
const s = (seconds: number) => noon + seconds * 1000;

const row = (buyer: string, since: number | null, vague = 1): SeenConversation => ({
  is: 'conversation',
  sense: 'page',
  conversation: namedChat(buyer),
  at: s(0),
  buyer,
  waiting: since !== null,
  ...(since !== null && { waitingSince: s(since), waitingUncertain: vague * 1000 }),
});
const wrote = (conversation: string, at: number, author: 'buyer' | 'seller' | 'system' = 'buyer'): Observation => ({
  is: 'message',
  sense: 'network',
  conversation,
  id: `${conversation}${at}`,
  author,
  kind: 'text',
  sentAt: s(at),
});

/** What is told of rows, look by look: `buyer=conversation`, or `buyer=?` where it is told by the name alone. */
function page(startedAt = s(-1000)) {
  const join = nameJoin(startedAt);
  return {
    join,
    hear: (...told: Observation[]) => join.hear(told),
    at: (seconds: number, ...rows: SeenConversation[]) =>
      join
        .joined(rows, s(seconds))
        .map(({ buyer, conversation }) => `${buyer}=${isNamedChat(conversation) ? '?' : conversation}`)
        .join(' '),
  };
}

describe('a row that waits', () => {
  it('is the conversation in which something happened when its timer began', () => {
    const { hear, at } = page();
    hear(wrote('x', 10.4), wrote('y', 20));
    expect(at(30, row('林', 10), row('周', 20))).toBe('林=x 周=y');
    // And stays it, whatever begins next.
    hear(wrote('x', 40, 'seller'), wrote('y', 50));
    expect(at(60, row('林', 50), row('周', null))).toBe('林=x 周=y');
  });

  it('is found by the moment of a hand-over too, long after the buyer wrote', () => {
    const { hear, at } = page();
    hear(wrote('x', 0), wrote('x', 90, 'system'));
    expect(at(100, row('林', 90))).toBe('林=x');
  });

  it('is found by the moment that a list of conversations names', () => {
    const { hear, at } = page();
    hear({ is: 'conversation', sense: 'network', conversation: 'x', at: s(20), waiting: true, waitingSince: s(10) });
    expect(at(30, row('林', 10))).toBe('林=x');
  });

  it('is passed over where it may be one of several: the network has told of all of them', () => {
    const { hear, at } = page();
    hear(wrote('x', 10), wrote('y', 10.5));
    expect(at(30, row('林', 10), row('周', 10))).toBe('');
    // The open chat says which is which, and then the other is known too.
    expect(at(31, { ...row('林', 10), conversation: 'x' }, row('周', 10))).toBe('林=x 周=y');
    expect(at(32, row('林', 10), row('周', 10))).toBe('林=x 周=y');
  });

  it('is passed over where two rows may be the one that is known', () => {
    const { hear, at } = page();
    hear(wrote('x', 10));
    expect(at(30, row('林', 10), row('周', 10.5))).toBe('');
  });

  it('is told by its name alone where nothing comes over the network', () => {
    expect(page().at(0, row('林', -5), row('周', null))).toBe('林=? 周=?');
  });

  it('of which the network knows nothing is told once it had its time: a first text may miss the socket', () => {
    const { hear, at, join } = page();
    hear(wrote('y', 0));
    expect(at(5, row('周', 0))).toBe('周=y');
    expect(at(20, row('林', 19), row('周', 0))).toBe('周=y');
    expect(at(22.9, row('林', 19), row('周', 0))).toBe('周=y');
    expect(at(23, row('林', 19), row('周', 0))).toBe('林=? 周=y');
    expect(join.strangers).toBe(0);
    at(29, row('林', 19));
    expect(join.strangers).toBe(1);
    // The network tells after all.
    hear(wrote('x', 19.2));
    expect(at(30, row('林', 19))).toBe('林=x');
    expect(join.strangers).toBe(0);
  });

  it('that began before anybody looked proves nothing about the network', () => {
    const { hear, at, join } = page(s(25));
    hear(wrote('y', 30));
    expect(at(30, row('周', 30), row('林', 10))).toBe('周=y');
    expect(at(40, row('周', 30), row('林', 10))).toBe('周=y 林=?');
    expect(join.strangers).toBe(0);
  });

  it('of a page whose clock is a minute off is not told beside what the network tells', () => {
    const { hear, at } = page();
    hear(wrote('x', 10), wrote('y', 20));
    for (const look of [80, 90, 100]) expect(at(look, row('林', 70), row('周', 80))).toBe('');
    // One more than the network knows of.
    expect(at(110, row('林', 70), row('周', 80), row('叶', 90))).toBe('');
    expect(at(114, row('林', 70), row('周', 80), row('叶', 90))).toBe('叶=?');
  });
});

it('a row that waits no more says so by its name, for the log may know it', () => {
  const { hear, at } = page();
  hear(wrote('x', 10));
  expect(at(30, row('林', null))).toBe('林=?');
});

it('a row that is marked and does not say since when is told as it is', () => {
  const marked: SeenConversation = { ...row('林', null), waiting: true };
  expect(page().at(0, marked)).toBe('林=?');
});
