/**
 * `boxes`: the older list with two boxes, 待回复 and 最近. `sections`: June 2026, rows that say their section. `rebuilt`:
 * since 28 August 2026, where every row is of the recent section. `drawn`: imagined, the rows are painted, not written.
 * `unknown`: imagined, nothing bears a name that was recorded.
 */
export type Layout = 'boxes' | 'sections' | 'rebuilt' | 'drawn' | 'unknown';

/** The element of its own, or what readers fell back on where it is missing. */
export type NicknameMark = 'element' | 'name-line' | 'name-content' | 'title';

export type RowName = 'qa-conversation-chat-item' | 'qa-chat-item' | 'kora';
export type MessageName = 'qa' | 'wrap';
export type SideMarks = 'both' | 'class' | 'inline';

/** How the page looks and names things; fixed by the server for one page load. */
export interface PageLook {
  layout: Layout;
  nickname: NicknameMark;
  rowName: RowName;
  messageName: MessageName;
  sides: SideMarks;
  headings: boolean;
  datedLabels: boolean;
  idLateMs: number;
  rowsInPage: number;
  salt: string;
  now: () => number;
  /** Runs a change of the page some ms later. */
  later: (ms: number, change: () => void) => void;
}
