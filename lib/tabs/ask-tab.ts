import { sendMessage } from '../messaging/messenger';
import type { Sign } from '../messaging/protocol';
import { readSign } from '../messaging/sign-schema';

/** What a tab said: a sign of life (`null`: alive, but too early to say), nobody was there to ask, or nothing in time. */
export type TabAnswer =
  | { readonly is: 'sign'; readonly sign: Sign | null }
  | { readonly is: 'nobody' }
  | { readonly is: 'silence' };

/** A tab that has not answered by then (ms) will not: a frozen one keeps the question until it thaws. */
const patienceMs = 5000;

/** Asks a tab how its chat page is seen. Never rejects. */
export async function askTab(tab: number): Promise<TabAnswer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<TabAnswer>(resolve => {
    timer = setTimeout(() => resolve({ is: 'silence' }), patienceMs);
  });
  const answer = sendMessage('look', undefined, tab).then(
    (sign): TabAnswer => ({ is: 'sign', sign: readSign(sign) }),
    (): TabAnswer => ({ is: 'nobody' }),
  );
  const first = await Promise.race([answer, silence]);
  clearTimeout(timer);
  return first;
}
