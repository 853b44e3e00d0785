import type { PlatformId } from '../chat/shop';

export type ExcludedBecause = 'blocked' | 'holiday' | 'seller-started' | 'hours' | 'robot';

/** What a platform demands (or what we measure ourselves), as data. Seconds, as the platforms speak. */
export interface Rule {
  /** `tiktok-shop/12h`. */
  readonly id: string;
  /** `share` answered in time, or `mean` response time. */
  readonly measure: 'share' | 'mean';
  /** Seconds; of a share. */
  readonly limit?: number;
  readonly unit: 'message' | 'round' | 'first-response' | 'whole-session';
  /** IANA; local days and hours are in this zone. */
  readonly zone: string;
  /** Only what starts inside counts; half-open; may cross midnight. */
  readonly hours?: { readonly from: string; readonly to: string };
  readonly window: { readonly days: number; readonly newestQuarterWeight?: number };
  readonly robot: 'answers' | 'excludes' | 'ignored';
  readonly excludes: readonly ('holiday' | 'blocked' | 'seller-started')[];
  /** Seconds; of a mean. */
  readonly unansweredCountsAs?: number;
  /** Seconds of silence that end a session the platform gave no id; 7 days where absent. */
  readonly sessionGap?: number;
  /** A share between 0 and 1, or seconds of a mean. */
  readonly target: number;
}

/** A rule as it stands in the list, with where it comes from. */
export interface PublishedRule extends Rule {
  readonly platform: PlatformId;
  /** Market codes it holds for; absent: every market of the platform. */
  readonly markets?: readonly string[];
  /** `official`: the platform publishes it. `own`: our measure, and every screen says so. */
  readonly kind: 'official' | 'own';
  /** ISO day from which it holds. */
  readonly since?: string;
  /** Where it was read, and how sure that is. */
  readonly source: string;
}
