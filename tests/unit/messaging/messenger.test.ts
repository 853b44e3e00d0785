import { beforeEach, describe, expect, it, vi } from 'vitest';
import { strictBrowser } from '../strict-browser';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

const background = { id: 'lekas' };

/** A context of the extension that has just started, and the browser it is in. */
async function start() {
  vi.resetModules();
  const browser = strictBrowser();
  vi.stubGlobal('chrome', browser.chrome);
  return { ...browser, ...(await import('@/lib/messaging/messenger')) };
}

let here: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  here = await start();
});

describe('who answers', () => {
  it('hears what was sent and by whom, and its answer arrives', async () => {
    const heard = vi.fn(() => ({ ok: true }) as const);
    here.onMessage('snooze', heard);
    expect(await here.send('snooze', { minutes: 5 }, background)).toEqual({ res: { ok: true } });
    expect(heard.mock.calls).toEqual([[{ data: { minutes: 5 }, sender: background }]]);
  });

  it('claims nothing that another context may be asked: no other kind, and nothing that is no message', async () => {
    here.onMessage('snooze', () => ({ ok: true }));
    expect(await here.send('mark', {}, background)).toBeUndefined();
    const { fire } = here.chrome.runtime.onMessage;
    const rubbish = [undefined, null, 7, 'snooze', [], {}, { type: 7 }, { type: ['snooze'] }, { type: 'toString' }];
    expect(rubbish.map(message => fire(message, background, () => {}))).toEqual(rubbish.map(() => [false]));
  });

  it('listens once to the browser, whatever it answers, and no longer when it answers nothing', () => {
    const { listeners } = here.chrome.runtime.onMessage;
    const ends = [here.onMessage('look', () => null), here.onMessage('stop', () => {})];
    expect(listeners).toHaveLength(1);
    for (const end of ends) end();
    expect(listeners).toHaveLength(0);
  });

  it('is alone: a second one for the same kind is a bug, unless the first has ended', () => {
    const end = here.onMessage('look', () => null);
    expect(() => here.onMessage('look', () => null)).toThrow('look');
    end();
    expect(() => here.onMessage('look', () => null)).not.toThrow();
  });

  it.each([
    [
      'throws',
      () => {
        throw new RangeError('too much');
      },
    ],
    ['rejects', () => Promise.reject(new RangeError('too much'))],
  ])('is said to have failed where it %s', async (_, fail) => {
    here.onMessage('look', fail);
    expect(await here.send('look', undefined, background)).toEqual({ err: 'RangeError: too much' });
  });
});

describe('who asks', () => {
  it('a tab is asked for itself, and gives its answer', async () => {
    const asked = vi.fn();
    here.tabAnswers.set(7, (message, answer) => {
      asked(message);
      answer({ res: null });
    });
    expect(await here.sendMessage('look', undefined, 7)).toBeNull();
    expect(asked.mock.calls).toEqual([[{ type: 'look', data: undefined }]]);
  });

  it('learns that answering failed, and that nobody was there', async () => {
    here.tabAnswers.set(7, (_, answer) => answer({ err: 'RangeError: too much' }));
    await expect(here.sendMessage('look', undefined, 7)).rejects.toThrow('RangeError: too much');
    await expect(here.sendMessage('look', undefined, 8)).rejects.toThrow('nobody');
  });

  it('the background is asked where no tab is named', async () => {
    const sendMessage = vi.fn(async () => ({ res: { nextDueAt: 5 } }));
    Object.assign(here.chrome.runtime, { sendMessage });
    expect(await here.sendMessage('wake')).toEqual({ nextDueAt: 5 });
    expect(sendMessage.mock.calls).toEqual([[{ type: 'wake', data: undefined }]]);
  });
});
