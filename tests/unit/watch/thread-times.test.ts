import { describe, expect, it } from 'vitest';
import type { SeenMessage } from '@/lib/chat/observation';
import { threadTimes } from '@/lib/watch/thread-times';

const noon = Date.UTC(2026, 10, 23, 4);

const message = (id: string, at: number, uncertain = 0): SeenMessage => ({
  is: 'message',
  sense: 'page',
  conversation: 'x',
  id,
  author: 'buyer',
  kind: 'text',
  sentAt: noon + at,
  ...(uncertain > 0 && { uncertain }),
});
const spans = (thread: readonly SeenMessage[]) =>
  thread.map(({ sentAt, uncertain = 0 }) => [sentAt - noon, sentAt - noon + uncertain]);

describe('the times of a thread', () => {
  it('are as good as they have been: an answer comes after the question that was known to the second', () => {
    const { better } = threadTimes();
    better([message('1', 49_000, 1000)]);
    expect(spans(better([message('1', 0, 59_999), message('2', 1, 59_998)]))).toEqual([
      [49_000, 50_000],
      [49_001, 59_999],
    ]);
    expect(spans(better([message('2', 1, 59_998)]))).toEqual([[49_001, 59_999]]);
  });

  it('are those of the network where it gave them', () => {
    const { better, hear } = threadTimes();
    hear([message('1', 30_123)]);
    expect(spans(better([message('1', 0, 59_999), message('2', 1, 59_998)]))).toEqual([
      [30_123, 30_123],
      [30_124, 59_999],
    ]);
  });

  it('are told as they are where nothing better is known, and never moved out of their own minute', () => {
    const { better } = threadTimes();
    const thread = [message('1', 59_999), message('2', 0, 59_999), message('3', 60_000, 59_999)];
    expect(spans(better(thread))).toEqual([
      [59_999, 59_999],
      [59_999, 59_999],
      [60_000, 119_999],
    ]);
  });
});
