export type Layout = 'testid' | 'classic' | 'unknown';
export type Language = 'en' | 'id' | 'zh';

/** How the page looks and names things; fixed by the server for one page load. */
export interface PageLook {
  layout: Layout;
  language: Language;
  timeZone: string;
  react: 16 | 17;
  expandos: boolean;
  /** Whether some messages, and previews of the shop's own, come with a translation. */
  translations: boolean;
  rowsInPage: number;
  salt: string;
  now: () => number;
}
