import type { PlatformId } from '../chat/shop';
import type { Band } from './band';

/** `by-hand`: the seller said that this chat does not count. */
export type ExcludedBecause = 'by-hand' | 'blocked' | 'holiday' | 'seller-started' | 'hours' | 'robot';

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
  /** How it read before, the oldest first. */
  readonly earlier?: readonly EarlierVersion[];
}

/** What read otherwise until a day: the rule as it is stands for all that is not named. */
export interface EarlierVersion
  extends Partial<Pick<Rule, 'limit' | 'unit' | 'robot' | 'excludes' | 'unansweredCountsAs' | 'sessionGap'>> {
  /** Names it on screen and its tallies; never the rule's own. */
  readonly id: string;
  /** ISO day in the rule's zone: the last on which it held. */
  readonly until: string;
}

/**
 * How sure a source is, in the grades of rules.md: `src` a source text of the project, `off` an official page; `2+` two or
 * more independent sources, `1` one, `3rd` a third party's article, `inf` our inference; and, for Douyin and Shopee, `A`
 * rule text or agreeing sources, `B` one page or code base, `C` weak or old.
 */
export type Confidence = 'src' | 'off' | '2+' | '1' | '3rd' | 'inf' | 'A' | 'B' | 'C';

/** A rule as it stands in the list, with where it comes from. */
export interface PublishedRule extends Rule {
  readonly platform: PlatformId;
  /** Market codes it holds for; absent: every market of the platform. */
  readonly markets?: readonly string[];
  /** `official`: the platform publishes it. `own`: our measure, and every screen says so. */
  readonly kind: 'official' | 'own';
  /** The popup shows the platform's own share and the 3-minute measure; all else has its place behind them. */
  readonly place: 'popup' | 'more';
  /** ISO day, the first on which it holds; absent: no source names one. */
  readonly since?: string;
  /** When the platform looks at it, where that is known: on a weekday (1 is Monday), and only at shops with more chats. */
  readonly judged?: { readonly weekday?: Weekday; readonly moreThanChatsIn30Days?: number };
  /** What a value costs or gains, the band with the highest values first; absent: nothing that we know of. */
  readonly bands?: readonly Band[];
  /** ISO year, month or day as of which the bands were read. */
  readonly bandsAsOf?: string;
  /**
   * Whose target it is; absent: the platform's own word. `reported`: others quote it. `ours`: the platform names none.
   * `yours`: the seller chose it.
   */
  readonly targetIs?: 'reported' | 'ours' | 'yours';
  /** Another reading of the rule with this id, which a seller may choose instead. */
  readonly presetOf?: string;
  /** What the seller changed of it. */
  readonly changed?: readonly Changed[];
  /** Where it was read, and how sure that is. */
  readonly source: string;
  readonly confidence: Confidence;
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type Changed = 'unit' | 'target' | 'hours' | 'zone';

/** Whether a rule is of the list, or made of one: only those have words and a place. */
export const isPublished = (rule: Rule): rule is PublishedRule => 'place' in rule && 'platform' in rule;
