import { browser } from 'wxt/browser';
import type { LogDb } from '../log/log-db';
import { forgetTab, renameTab, watchedTabs } from '../log/watch-log';
import { feelTab, makeSureOf, noteAddress } from './chat-tabs';

/** Listens to what happens to tabs. `changed` is called when a shop may be seen otherwise than before. */
export function followTabs(db: LogDb, changed: () => Promise<unknown>): void {
  // What is not noted now, as of a log that cannot be read, the next pulse notices.
  const follow = (noting: Promise<void>) =>
    void noting.then(changed).catch((problem: unknown) => console.error('Lekas could not follow a tab', problem));

  browser.tabs.onRemoved.addListener(tab => follow(forgetTab(db, tab)));

  browser.tabs.onUpdated.addListener((tab, change, { url: shown }) => {
    const { url, status } = change;
    if (url !== undefined) follow(noteAddress(db, tab, url));
    if (url !== undefined || status === 'complete') follow(makeSureOf(db, tab, shown));
    if (isAboutSleep(change)) follow(feelIfWatched(db, tab));
  });

  // Chrome goes on with a tab that it unloads under another number, and need not say anything more of it.
  browser.tabs.onReplaced.addListener((added, removed) => follow(followOn(db, removed, added)));
}

/** Firefox and older versions of Chrome do not say all of these, and then the next pulse notices. */
function isAboutSleep(change: object): boolean {
  return 'discarded' in change || 'frozen' in change || ('status' in change && change.status === 'unloaded');
}

async function followOn(db: LogDb, before: number, after: number): Promise<void> {
  await renameTab(db, before, after);
  await feelIfWatched(db, after);
}

async function feelIfWatched(db: LogDb, tab: number): Promise<void> {
  if ((await watchedTabs(db)).includes(tab)) await feelTab(db, tab);
}
