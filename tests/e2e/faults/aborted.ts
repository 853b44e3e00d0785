import type { ExtensionBrowser } from '../browser.ts';

/** The next transaction of the background that writes is aborted when its first row has been put, and no other after it. */
export async function abortNextTransaction(browser: ExtensionBrowser): Promise<void> {
  // Put in the way once: one in the way of another would call it back for ever.
  const abortNext = `(scope => {
    const isInTheWay = 'abortsNext' in scope;
    scope.abortsNext = true;
    if (isInTheWay) return;
    const { prototype } = scope.IDBDatabase;
    const { transaction } = prototype;
    prototype.transaction = function (...asked) {
      const opened = transaction.apply(this, asked);
      if (asked[1] !== 'readwrite') return opened;
      const { objectStore } = opened;
      opened.objectStore = name => {
        const store = objectStore.call(opened, name);
        if (Object.hasOwn(store, 'put')) return store;
        const { put } = store;
        store.put = (...row) => {
          const putting = put.apply(store, row);
          if (scope.abortsNext) putting.addEventListener('success', () => opened.abort());
          scope.abortsNext = false;
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
