import type { ExtensionBrowser } from './browser.ts';
import { eventually } from './browser-eventually.ts';

export interface LoggedMessage {
  readonly shop: string;
  readonly conversation: string;
  readonly id: string;
  readonly author: string;
  readonly kind: string;
  readonly session?: string;
  readonly sentAt: number;
  readonly uncertain?: number;
  readonly agent?: string;
}

/** All rows of one of the log's tables, read beside the extension's own code. */
export function rowsOf<T>(browser: ExtensionBrowser, table: string): Promise<T[]> {
  return browser.beside<T[]>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('lekas');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const reading = db.transaction(${JSON.stringify(table)}).objectStore(${JSON.stringify(table)}).getAll();
      reading.onsuccess = () => { db.close(); resolve(reading.result); };
      reading.onerror = () => { db.close(); reject(reading.error); };
    };
  })`);
}

export const loggedMessages = (browser: ExtensionBrowser) => rowsOf<LoggedMessage>(browser, 'messages');

/** Who said what sort of thing when, one line each: what the page's script sent, as the log should have it. */
export function sentLines(sent: readonly Said[]): string[] {
  return lines(sent.filter(({ author }) => author !== 'system'));
}

/** The same of the log. */
export function loggedLines(messages: readonly LoggedMessage[]): string[] {
  return lines(messages.filter(({ author }) => author !== 'system'));
}

type Said = Pick<LoggedMessage, 'conversation' | 'id' | 'author' | 'sentAt' | 'session'>;

const lines = (said: readonly Said[]) =>
  said
    .map(({ conversation, id, author, sentAt, session = '-' }) => [conversation, id, author, sentAt, session].join(' '))
    .sort();

/** The log's messages, once it holds as many as the page's script has sent. What is missing is named when that does not come. */
export async function untilLogged(
  site: { readonly sent: readonly Said[] },
  browser: ExtensionBrowser,
  within = 15_000,
): Promise<readonly LoggedMessage[]> {
  const isAll = async () => {
    const [wanted, logged] = [sentLines(site.sent), loggedLines(await loggedMessages(browser))];
    if (logged.length >= wanted.length) return true;
    const missing = wanted.filter(line => !logged.includes(line));
    throw new Error(`${missing.length} of ${wanted.length} missing: ${missing.slice(0, 5).join(', ')}`);
  };
  await eventually(isAll, { within, every: 100, what: 'every message in the log' });
  return loggedMessages(browser);
}
