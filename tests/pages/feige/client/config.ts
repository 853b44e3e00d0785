import type { PageLook } from './look.ts';

/** What the server tells the page about itself, in a block of data inside the document. */
export interface PageConfig extends Omit<PageLook, 'now' | 'later'> {
  socketUrl: string;
  shopId: string;
  /** The member of staff at this window. */
  selfId: string;
  calls: 'fetch' | 'xhr' | 'worker';
  init: boolean;
  listPageSize: number;
  listEveryMs: number;
  pseudoRows: readonly string[];
  door: 'mona-store' | 'mona-event' | 'bench' | 'none';
  store: '_frontStore' | 'instance' | 'none';
  heartbeatMs: number;
  /** The server's clock minus this machine's. */
  clockAheadMs: number;
}
