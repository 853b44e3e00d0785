/** What the server tells the page about itself, in a block of data inside the document. */
export interface PageConfig {
  graphqlHost: string;
  socketHost: string;
  calls: 'fetch' | 'xhr';
  salt: string;
}
