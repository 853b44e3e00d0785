import type { PageEvent } from '../platforms/platform';

/** Goes with the port from the page's world to ours. A page that forges it can only tell lies about itself. */
export const portToken = 'lekas:port';

/** A newer copy of the page-world script asks an older one, still wrapped around the page, to use its port. */
export const handOver = 'lekas:hand-over';

/** The page's world says so where the page was there before it: what the page had opened by then is not copied. */
export const lateWord = 'lekas:late';

/** What our world tells the page's: the name of the event by which it asks what hangs on elements, and what it wants to hear. */
export interface Greeting {
  readonly askName: string;
  readonly hears: readonly PageEvent[];
}

export const answerName = (askName: string): string => `${askName}:answer`;
