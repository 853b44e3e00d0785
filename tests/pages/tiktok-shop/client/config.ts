import type { PageLook } from './look.ts';

/** What the server tells the page about itself, in a block of data inside the document. */
export interface PageConfig extends Omit<PageLook, 'now'> {
  sellerId: string;
  region: string;
  imHost: string;
  calls: 'fetch' | 'xhr';
  heartbeatMs: number;
  signedOut: boolean;
  /** The server's clock minus this machine's. */
  clockAheadMs: number;
}
