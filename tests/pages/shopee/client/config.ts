import type { PageLook } from './look.ts';

/** What the server tells the page about itself, in a block of data inside the document. */
export interface PageConfig extends Omit<PageLook, 'now'> {
  /** `https://host/webchat/api`, and `v1.2` or `v1.2/mini`. */
  version: 'v1.2' | 'v1.2/mini';
  listCall: 'conversations' | 'subaccount' | 'serving';
  listMethod: 'GET' | 'POST';
  calls: 'fetch' | 'xhr';
  conversationsPerPage: number;
  pageSize: number;
  socketAfterMs: number;
  /** `source` of what a person typed, and those of machines: the page knows its platform's numbers. */
  handSource: number;
  automaticSources: number[];
  miniOpenBy: 'class' | 'aria';
  /** The server's clock minus this machine's. */
  clockAheadMs: number;
}
