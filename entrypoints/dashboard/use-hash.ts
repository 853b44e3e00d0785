import { useSyncExternalStore } from 'react';

/** The address's end, which says what is shown: a bookmark and the way back work as on any page. */
export function useHash(): [hash: string, go: (hash: string) => void] {
  const hash = useSyncExternalStore(follow, () => location.hash);
  return [hash, go];
}

function follow(tell: () => void): () => void {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
}

function go(hash: string): void {
  location.hash = hash;
}
