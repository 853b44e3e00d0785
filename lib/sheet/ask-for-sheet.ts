import { sendMessage } from '../messaging/messenger';
import { isSheet, type Sheet } from './sheet';

/** So long (ms) a background may take to start, and to read a long log on a slow computer. */
const patienceMs = 10_000;

/**
 * Asks the background for a sheet that is good now; `null` where it gives none. A background that ends while it is asked is asked
 * once more: that starts another.
 */
export async function askForSheet(): Promise<Sheet | null> {
  return (await askOnce()) ?? askOnce();
}

async function askOnce(): Promise<Sheet | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>(resolve => {
    timer = setTimeout(resolve, patienceMs, null);
  });
  try {
    const given = await Promise.race([sendMessage('sheet'), late]);
    return isSheet(given) ? given : null;
  } catch (problem) {
    console.warn('Lekas’ background gave no answer', problem);
    return null;
  } finally {
    clearTimeout(timer);
  }
}
