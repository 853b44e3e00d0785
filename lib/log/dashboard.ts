import type { ShopId } from '../chat/shop';
import type { DayFigure } from '../rates/day-series';
import type { Rate } from '../rates/rate';
import type { TimeSummary } from '../rates/reply-times';
import type { Holidays } from '../rates/verdict';
import type { Window } from '../rates/window';
import type { PublishedRule } from '../rules/rule';
import type { CoverageStrip } from './coverage';
import type { OfficialRow } from './log-db';
import type { RateView, ShopOverview } from './overview';

/** What the dashboard shows of shops, rules and days, as of `at` (ms). */
export interface Dashboard {
  readonly at: number;
  /** Every shop that was ever seen, those seen lately first. */
  readonly shops: readonly ShopFigures[];
  /** `null` where no shop was ever seen. */
  readonly shown: ShopDashboard | null;
}

/** A shop beside others: its rates over the days that are looked at. */
export interface ShopFigures {
  readonly shop: ShopId;
  readonly rates: readonly { readonly rule: PublishedRule; readonly rate: Rate }[];
}

/** One rule of one shop over the days that are looked at. */
export interface ShopDashboard extends Pick<ShopOverview, 'shop' | 'again'> {
  /** All that can be chosen instead, the official share first. */
  readonly rules: readonly PublishedRule[];
  readonly holidays: Holidays;
  readonly view: RateView;
  readonly window: Window;
  /** Whether these are the rule's own days. */
  readonly isOwnWindow: boolean;
  /** The 90 days that end with the window. */
  readonly days: readonly DayFigure[];
  readonly spread: TimeSummary;
  readonly strip: CoverageStrip;
  /** The platform's own figures, the newest first. */
  readonly officials: readonly OfficialBeside[];
}

/** A figure of the platform's, and ours over the same days. */
export interface OfficialBeside extends OfficialRow {
  /** As counted today; `null` where nothing counts. */
  readonly ours: number | null;
}
