import type { ExtensionBrowser } from '../browser.ts';

/** The next transaction of the background that writes is aborted when its first row has been put, and no other after it. */
export async function abortNextTransaction(browser: ExtensionBrowser): Promise<void> {
  const abortNext = `(({ IDBDatabase: { prototype } }) => {
    const { transaction } = prototype;
    prototype.transaction = function (...asked) {
      const opened = transaction.apply(this, asked);
      if (asked[1] !== 'readwrite') return opened;
      const { objectStore } = opened;
      opened.objectStore = name => {
        const store = objectStore.call(opened, name);
        const { put } = store;
        store.put = (...row) => {
          const putting = put.apply(store, row);
          if (prototype.transaction !== transaction) putting.addEventListener('success', () => opened.abort());
          prototype.transaction = transaction;
          return putting;
        };
        return store;
      };
      return opened;
    };
  })`;
  // Firefox lets nobody into an event page, but its window is one that other pages of the extension may hold.
  if (browser.name === 'chromium') await browser.inBackground(`${abortNext}(globalThis)`);
  else await browser.beside(`browser.runtime.getBackgroundPage().then(${abortNext})`);
}
