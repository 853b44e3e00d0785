// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sheet } from '@/lib/sheet/sheet';
import { useSheet } from '@/lib/sheet/use-sheet';
import { now, overview } from '../components/sample';
import { until } from '../until';

type Change = (changes: Record<string, { newValue?: unknown }>) => void;
const listeners = new Set<Change>();
const answers: (() => Promise<unknown>)[] = [];
let asked = 0;
let looks = 0;

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      onChanged: {
        addListener: (listener: Change) => listeners.add(listener),
        removeListener: (listener: Change) => listeners.delete(listener),
      },
    },
  },
}));
vi.mock('@/lib/messaging/messenger', () => ({
  sendMessage: (kind: string) => {
    if (kind === 'looking') return Promise.resolve(looks++);
    asked++;
    return (answers.shift() ?? (() => new Promise(() => {})))();
  },
}));

const sheet = (at: number): Sheet => ({
  at,
  goodUntil: at + 1000,
  by: '',
  overview: overview(),
  cases: null,
  trouble: null,
});
const change = (newValue: unknown) =>
  act(() => {
    for (const listener of listeners) listener({ sheet: { newValue } });
  });

beforeEach(() => {
  [asked, looks] = [0, 0];
  answers.length = 0;
  vi.spyOn(Date, 'now').mockReturnValue(now + 60_000);
});
afterEach(cleanup);

describe('a popup that is open', () => {
  it('shows the first sheet, asks for one of now, and shows that', async () => {
    answers.push(async () => sheet(now + 5));
    const { result } = renderHook(() => useSheet(sheet(now), 0));
    expect(result.current.sheet?.at).toBe(now);
    await until(() => expect(result.current.sheet?.at).toBe(now + 5));
    expect(asked).toBe(1);
  });

  it('says at once, and once, that somebody looks', () => {
    const { rerender } = renderHook(({ turn }) => useSheet(sheet(now), turn), { initialProps: { turn: 0 } });
    expect([looks, asked]).toEqual([1, 0]);
    rerender({ turn: 1 });
    expect(looks).toBe(1);
  });

  it('shows what the background keeps anew, and asks again at every turn', async () => {
    const { result, rerender, unmount } = renderHook(({ turn }) => useSheet(sheet(now), turn), {
      initialProps: { turn: 0 },
    });
    change(sheet(now + 10));
    expect(result.current.sheet?.at).toBe(now + 10);
    await until(() => expect(asked).toBe(1));
    rerender({ turn: 1 });
    await until(() => expect(asked).toBe(2));
    unmount();
    expect(listeners.size).toBe(0);
  });

  it('is not led back by an answer that was overtaken, but is by a clock that was set back', () => {
    const { result } = renderHook(() => useSheet(sheet(now + 20), 0));
    change(sheet(now + 10));
    expect(result.current.sheet?.at).toBe(now + 20);
    vi.spyOn(Date, 'now').mockReturnValue(now + 15);
    change(sheet(now + 15));
    expect(result.current.sheet?.at).toBe(now + 15);
  });

  it('passes over what is no sheet', () => {
    const { result } = renderHook(() => useSheet(sheet(now), 0));
    for (const nonsense of [undefined, null, 7, {}]) change(nonsense);
    expect(result.current.sheet?.at).toBe(now);
  });

  it('asks a background that ended while it was asked once more, and then says that there is no answer', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const ended = () => Promise.reject(new Error('the message channel closed'));
    answers.push(ended, async () => sheet(now + 5), ended, ended);
    const { result, rerender } = renderHook(({ turn }) => useSheet(sheet(now), turn), { initialProps: { turn: 0 } });
    await until(() => expect(result.current.sheet?.at).toBe(now + 5));
    rerender({ turn: 1 });
    await until(() => expect(result.current.sheet).toBeNull());
    expect(asked).toBe(4);
  });
});
