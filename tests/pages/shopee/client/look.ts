export type Layout = 'named' | 'unknown';
export type Language = 'en' | 'id' | 'pt' | 'vi';

/** How the page looks and names things; fixed by the server for one page load. */
export interface PageLook {
  layout: Layout;
  language: Language;
  timeZone: string;
  /** `webchat-conversation-cell-root`, or the older `webchat-conversation-cell-container`. */
  row: 'root' | 'container';
  sections: boolean;
  /** How long an answered row stays among the unreplied. */
  sectionLagMs: number;
  area: 'section' | 'container';
  /** What a bubble bears that no person wrote; thinly recorded. */
  automaticMarks: 'none' | 'class' | 'icon';
  /** Steps from a row's fiber to the one that holds its conversation; 0: the rows have no fibers. */
  fibers: number;
  /** Rows and messages in the document; further ones exist only while scrolled to. */
  rowsInPage: number;
  messagesInPage: number;
  salt: string;
  now: () => number;
}
