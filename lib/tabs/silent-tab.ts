import type { Browser } from 'wxt/browser';
import type { StoppedWhy } from '../chat/health';
import { mayShowChat, platformAt } from '../messaging/sender';
import { addresses } from '../platforms/addresses';
import type { TabAnswer } from './ask-tab';

/** What the browser says of a tab, of the things that tell why it is silent. */
export type TabFacts = Pick<Browser.tabs.Tab, 'url' | 'status' | 'discarded'> & { readonly frozen?: boolean };

export type Silence = StoppedWhy | 'gone' | 'elsewhere' | 'signed-out' | 'loading';

/**
 * Why a tab gave no sign of life, from what the browser says of it; `null`: there is no such tab. What a browser does not
 * measure is not guessed at: Firefox and Chrome before 132 do not say that a tab is frozen, and it is one that does not answer.
 */
export function silenceOf(tab: TabFacts | null, answer: Exclude<TabAnswer['is'], 'sign'>): Silence {
  if (!tab) return 'gone';
  const found = platformAt(tab.url, addresses);
  if (found?.platform.isSignedOutPage(found.url)) return 'signed-out';
  if (!found || !mayShowChat(found)) return 'elsewhere';
  if (tab.discarded) return 'discarded';
  if (tab.frozen === true) return 'frozen';
  // Chrome calls a tab without a process unloaded; one that was not discarded has lost it (chrome.tabs, TabStatus).
  if (tab.status === 'unloaded') return 'crashed';
  if (tab.status === 'loading') return 'loading';
  return answer === 'nobody' ? 'cut-off' : 'no-answer';
}
