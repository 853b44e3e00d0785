import type { LogTrouble } from '@/lib/log/log-trouble';

/**
 * Has the log in trouble, or in none (`null`), as it is known beside the log: an expression for a page of the extension. What is
 * in the log stays as it is. One that was filled anew is taken for the one that was there before, or it would be told as lost; so
 * this comes before whatever has the background look.
 */
export const inTrouble = (trouble: LogTrouble | null): string => `(async ({ storage }) => {
  const id = 'filled';
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open('lekas');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction('meta', 'readwrite');
      writing.objectStore('meta').put({ key: 'born', id });
      writing.oncomplete = () => resolve(opening.result.close());
      writing.onabort = () => reject(writing.error);
    };
  });
  const lost = ${trouble === 'lost'} && { lostAt: Date.now() - 3 * 3_600_000 };
  await storage.local.set({ 'log-birth': { id, ...lost } });
  if (${trouble !== null && trouble !== 'lost'}) await storage.session.set({ 'log-trouble': '${trouble}' });
  else await storage.session.remove('log-trouble');
})(globalThis.browser ?? chrome)`;
