import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chime } from '@/lib/sound/chime';
import { playChime } from '@/lib/sound/play-chime';
import { strictBrowser } from '../strict-browser';
import { fakeAudio } from './fake-audio';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

const heard = vi.hoisted(() => vi.fn(async (_type: string, _sound: { volume: number }) => true));
vi.mock('@/lib/messaging/messenger', () => ({ sendMessage: heard }));

afterEach(() => vi.unstubAllGlobals());

function withAudio(options?: { blocked?: boolean }) {
  const { made, globals } = fakeAudio(options);
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  return made;
}

describe('the chime', () => {
  it('is two notes, the second higher, at the volume that was chosen, and is over when they are', async () => {
    const made = withAudio();
    expect(await playChime(0.4)).toBe(true);
    const [low, high] = made.tones;
    expect(low?.pitch).toBeLessThan(high?.pitch ?? 0);
    expect(low?.from).toBe(10);
    expect(Math.max(...made.peaks)).toBe(0.4);
    expect(made.open).toBe(0);
  });

  it('says that it was not heard where the browser keeps us silent', async () => {
    const made = withAudio({ blocked: true });
    expect(await playChime(1)).toBe(false);
    expect(made).toMatchObject({ tones: [], open: 0 });
  });
});

describe('it is played', () => {
  beforeEach(() => {
    heard.mockClear();
    vi.stubGlobal('chrome', strictBrowser().chrome);
  });

  /** Chrome's own: one document, and a second is refused. */
  function withOffscreen() {
    let documents = 0;
    const offscreen = {
      hasDocument: async () => documents > 0,
      createDocument: vi.fn(async () => {
        if (documents++ > 0) throw new Error('Only a single offscreen document may be created.');
      }),
    };
    vi.stubGlobal('chrome', { ...strictBrowser().chrome, offscreen });
    return offscreen;
  }

  it('in the event page where that can make sound', async () => {
    const made = withAudio();
    expect(await chime(0.5)).toBe(true);
    expect([made.contexts, heard.mock.calls.length]).toEqual([1, 0]);
  });

  it('else in a page of its own, which two reminders in one tick open once, and a later one not again', async () => {
    const offscreen = withOffscreen();
    expect(await Promise.all([chime(0.5), chime(0.5)])).toEqual([true, true]);
    expect(await chime(0.2)).toBe(true);
    expect(offscreen.createDocument).toHaveBeenCalledTimes(1);
    expect(heard.mock.calls.map(([, { volume }]) => volume)).toEqual([0.5, 0.5, 0.2]);
  });

  it('again after the page could not be opened', async () => {
    const offscreen = withOffscreen();
    offscreen.createDocument.mockRejectedValueOnce(new Error('busy'));
    await expect(chime(0.5)).rejects.toThrow('busy');
    expect(await chime(0.5)).toBe(true);
  });

  it('nowhere where there is neither, and that is no error', async () => {
    expect(await chime(0.5)).toBe(false);
  });
});
