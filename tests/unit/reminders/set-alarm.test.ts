import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAlarm, setAlarm } from '@/lib/reminders/set-alarm';
import { type StrictBrowser, strictBrowser } from '../strict-browser';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

const floor = 30_000;
let browser: StrictBrowser;
let now: number;
let asked: (number | undefined)[];

beforeEach(() => {
  browser = strictBrowser();
  vi.stubGlobal('chrome', browser.chrome);
  vi.useFakeTimers({ toFake: ['Date'] });
  now = Date.now();
  asked = [];
  const create = browser.chrome.alarms.create;
  vi.spyOn(browser.chrome.alarms, 'create').mockImplementation((name, info) => {
    asked.push(info.when);
    return create(name, info);
  });
  return () => vi.useRealTimers();
});

const at = () => browser.alarms.get('due')?.scheduledTime;

describe('the alarm', () => {
  it.each([
    ['far off', 3_600_000, 3_600_000],
    ['at the floor', floor, floor],
    ['nearer than the floor', 10_000, floor],
    ['now', 0, floor],
    ['past', -3_600_000, floor],
  ])('for a moment that is %s asks for no less than the browser grants', async (_, wait, granted) => {
    await setAlarm('due', now + wait, now);
    expect(asked).toEqual([now + granted]);
    expect(at()).toBe(now + granted);
  });

  it.each([3_600_000, floor, 10_000, 0])(
    'that stands is left alone, however often it is asked for (%i ms ahead)',
    async wait => {
      const when = now + wait;
      await setAlarm('due', when, now);
      const before = at();
      for (const later of [500, 5000, 15_000, 29_000]) await setAlarm('due', when, now + later);
      expect(at()).toBe(before);
      expect(asked).toHaveLength(1);
    },
  );

  it('is moved nearer and further', async () => {
    await setAlarm('due', now + 3_600_000, now);
    await setAlarm('due', now + 60_000, now);
    expect(at()).toBe(now + 60_000);
    await setAlarm('due', now + 7_200_000, now);
    expect(at()).toBe(now + 7_200_000);
  });

  it('that rang and is forgotten, or was slept through, is set anew', async () => {
    await setAlarm('due', now + 40_000, now);
    vi.setSystemTime(now + 3_600_000);
    await setAlarm('due', now + 40_000, now + 3_600_000);
    expect(at()).toBe(now + 3_600_000 + floor);
  });

  it('is taken away where nothing is due, and no other is', async () => {
    await setAlarm('due', now + 60_000, now);
    await keepAlarm('pulse', 1, now);
    await setAlarm('due', null, now);
    await setAlarm('due', null, now);
    expect([...browser.alarms.keys()]).toEqual(['pulse']);
  });
});

it('the pulse is made once, with a time of its own, and again only when its period differs', async () => {
  await keepAlarm('pulse', 1, now);
  await keepAlarm('pulse', 1, now + 20_000);
  expect(asked).toEqual([now + 60_000]);
  await keepAlarm('pulse', 2, now);
  expect(asked).toEqual([now + 60_000, now + 120_000]);
});

it('the pulse is set anew where the clock was set back two hours, and not where it was set forward', async () => {
  await keepAlarm('pulse', 1, now);
  await keepAlarm('pulse', 1, now + 7_200_000);
  expect(asked).toEqual([now + 60_000]);
  const back = now - 7_200_000;
  vi.setSystemTime(back);
  await keepAlarm('pulse', 1, back);
  await keepAlarm('pulse', 1, back + 20_000);
  expect(asked).toEqual([now + 60_000, back + 60_000]);
});

it('the alarm of a clock that was wrong is moved to its right moment', async () => {
  await setAlarm('due', now + 7_200_000, now);
  await setAlarm('due', now + 60_000, now - 7_200_000);
  expect(at()).toBe(now + 60_000);
});
