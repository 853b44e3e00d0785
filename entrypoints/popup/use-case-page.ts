import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { longestPage } from '@/lib/chat/case';
import { casePage } from '@/lib/platforms/case-pages';

/** The address that this page was opened with to start a case from: `#track=…`, as the menu of a marketplace's page gives it. */
export const pageToTrack = (): string | null =>
  casePage(new URLSearchParams(location.hash.slice(1)).get('track') ?? undefined, longestPage);

/**
 * The marketplace's page that a case would be started from: the one that this page was opened for, else the tab in front, where
 * the seller allowed its host. `null` where none is known.
 */
export function useCasePage(): string | null {
  const [page, setPage] = useState(pageToTrack);
  useEffect(() => {
    if (pageToTrack() !== null) return;
    let wanted = true;
    const look = () =>
      void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
        if (wanted) setPage(casePage(tab?.url, longestPage));
      });
    look();
    // Beside the pages it stays while they change.
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(look);
    return () => {
      wanted = false;
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(look);
    };
  }, []);
  return page;
}
