import { browser } from 'wxt/browser';
import { sendMessage } from '../messaging/messenger';
import { playChime } from './play-chime';

const page = '/unseen.html';

/**
 * Plays the sound of a reminder at `volume` (0 to 1), where this browser lets an extension play one: Firefox in its event page,
 * Chrome in a page that is never seen. Resolves with whether it could be heard; never the only signal.
 */
export async function chime(volume: number): Promise<boolean> {
  if (typeof AudioContext === 'function') return playChime(volume);
  if (!browser.offscreen) return false;
  await openSoundPage();
  return sendMessage('chime', { volume });
}

let opening: Promise<void> | undefined;

/** Chrome allows one such page and refuses a second: two reminders in one tick open it once. It closes itself when silent. */
function openSoundPage(): Promise<void> {
  opening ??= open().finally(() => {
    opening = undefined;
  });
  return opening;
}

async function open(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  await browser.offscreen.createDocument({
    url: page,
    reasons: ['AUDIO_PLAYBACK'],
    justification: 'Plays a short sound when a buyer has waited long.',
  });
}
