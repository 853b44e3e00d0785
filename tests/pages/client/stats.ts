/** What happened to the page, counted by the page: a test reads it as `window.__inboxStats`. */
export interface InboxStats {
  /** Changes to the document made by the page's own rendering. */
  ownChanges: number;
  /** Changes made by anybody else. Reading a page must leave this at 0. */
  otherChanges: number;
  clicks: number;
  focuses: number;
  keys: number;
  /** Pushes and answers the page could not decode. */
  notDecoded: number;
  pushes: number;
  /** True when the first answer was fetched to its end. */
  loaded: boolean;
}

/** Counts from now on. `own` runs a change of the page's own and knows its records from others'. */
export function keepStats(): { stats: InboxStats; own: <T>(change: () => T) => T } {
  const stats: InboxStats = {
    ownChanges: 0,
    otherChanges: 0,
    clicks: 0,
    focuses: 0,
    keys: 0,
    notDecoded: 0,
    pushes: 0,
    loaded: false,
  };
  const observer = new MutationObserver(records => {
    stats.otherChanges += records.length;
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  const own = <T>(change: () => T): T => {
    stats.otherChanges += observer.takeRecords().length;
    const result = change();
    stats.ownChanges += observer.takeRecords().length;
    return result;
  };
  const count = (event: 'click' | 'focusin' | 'keydown', name: 'clicks' | 'focuses' | 'keys') => {
    document.addEventListener(
      event,
      () => {
        stats[name] += 1;
      },
      true,
    );
  };
  count('click', 'clicks');
  count('focusin', 'focuses');
  count('keydown', 'keys');
  Object.assign(window, { __inboxStats: stats });
  return { stats, own };
}
