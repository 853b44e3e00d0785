import type { ExtensionBrowser } from './browser.ts';

export interface LoggedMessage {
  readonly shop: string;
  readonly conversation: string;
  readonly id: string;
  readonly author: string;
  readonly kind: string;
  readonly session?: string;
  readonly sentAt: number;
  readonly uncertain?: number;
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
