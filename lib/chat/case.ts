/** Whose what belongs to a case is, where otherwise a shop is named: no page tells of it, and no shop is asked for. */
export const caseOwner = 'case';

/** What names a case among what was reminded of and what was put off. */
export const caseName = (id: string): string => `${caseOwner} ${id}`;

/** As long as a label may be: what a row of the popup can show. */
export const longestLabel = 80;
/** As long as an address may be that a case was started from. */
export const longestPage = 500;
/** Whole hours that a clock may run: up to thirty days. */
export const mostHours = 720;

/**
 * Something with a clock that no page tells us: a complaint in the Resolution Center. The seller says what it is called and
 * when the last word was; nothing of it is read from a page.
 */
export interface TrackedCase {
  readonly id: string;
  /** In the seller's own words. */
  readonly label: string;
  /** ms: the last word of the other side, from which the clock runs. */
  readonly lastWordAt: number;
  /** How long the clock runs. */
  readonly hours: number;
  /** ms: when it was first tracked, and when anything of it was changed last. */
  readonly trackedAt: number;
  readonly changedAt: number;
  /** The address of the page it was started from. */
  readonly page?: string;
  /** ms: when the seller was done with it; absent while its clock runs. */
  readonly doneAt?: number;
}

const hourMs = 3_600_000;

/** The last instant (ms) of a case's clock: itself still in time. */
export function caseEnd({ lastWordAt, hours }: Pick<TrackedCase, 'lastWordAt' | 'hours'>): number {
  return lastWordAt + hours * hourMs;
}

/** Whether a label can be: some words on one line, no longer than a row. Spaces around it do not count. */
export function isLabel(label: string): boolean {
  const trimmed = label.trim();
  return trimmed.length > 0 && trimmed.length <= longestLabel && !/[\r\n]/.test(trimmed);
}

/** Whether a clock can run so many hours. */
export const isClockLength = (hours: number): boolean => Number.isInteger(hours) && hours >= 1 && hours <= mostHours;
