import type { Health } from '../chat/health';
import type { HealthAction } from '../chat/health-action';
import type { Observation } from '../chat/observation';
import type { SetAsideBecause } from '../chat/set-aside';
import type { PlatformId, ShopId } from '../chat/shop';

/** Every message between the parts of the extension. What is sent from a page is checked where it arrives. */
export interface Protocol {
  // chat page → background
  /** Observations of one shop. Answered once they are committed, and not before. */
  record(batch: { shop: ShopId; observations: readonly Observation[] }): RecordAnswer;
  /** Numbers that a page shows of a shop of this platform without saying which; whether they could be kept. */
  numbers(batch: { platform: PlatformId; observations: readonly Observation[] }): boolean;
  /** A sign of life: how the page is being seen. */
  beat(sign: Sign): NextDue;
  /** The tab's timer went off: something may be due. */
  wake(): NextDue;

  // screen → background
  /** All that the popup shows, as it is now; `null` for who is no screen. */
  sheet(): object | null;
  /** Somebody looks at the popup from now on: what changes is to be there soon. */
  looking(): void;
  /** Puts reminders off, of one chat, of one case or of all; 0 minutes ends that before its time. */
  snooze(wish: SnoozeWish): Done;
  /** Starts the clock of a case that the seller entered. */
  trackCase(input: CaseWish): Done;
  /** Changes a case: its label, its last word and with it the clock, or whether the seller is done with it. */
  changeCase(wish: CaseChangeWish): Done;
  /** Plays the sound of a reminder, so that a seller hears whether he will hear it. */
  testSound(sound: Loudness): Done;
  /** Says of a chat that it does not count, or that its buyer is blocked, or takes that back. */
  mark(wish: MarkWish): Done;
  /** Does the one thing that a shop's health asks the seller to do. */
  help(wish: { shop: ShopId; action: HealthAction }): Done;
  /** Keeps a figure of the platform's that the seller typed in; of a day and rule the last. */
  keepOfficial(figure: TypedFigure): FigureAnswer;
  /** Takes a figure back that was typed in by mistake. */
  dropOfficial(figure: KeptFigure): Done;
  /** Rows of an exported log, which was read through: all of them are added, or none. */
  importRows(rows: readonly unknown[]): DataAnswer;
  /** Lets go of what is older than the seller keeps. Answered at once; the work goes on behind it. */
  retain(): DataAnswer;
  /** Deletes log and settings. */
  wipe(): DataAnswer;
  /** A copy of the log is to be saved every week from now on, or no longer. */
  backUp(wish: { readonly on: boolean }): DataAnswer;

  // background → the page that is never seen, in Chrome
  /** Answered when it is over, with whether it could be heard. */
  chime(sound: Loudness): boolean;
  /** Answered at once; what was made is told by `copyMade`. */
  makeCopy(order: CopyOrder): void;

  // that page → background
  copyMade(made: MadeCopy): void;

  // background → chat page
  /** Look at the page again and say how it is seen. */
  look(): Sign | null;
  /** The seller took back the permission for this page: read it no longer. */
  stop(): void;
}

export interface SnoozeWish {
  /** Neither this nor a case: all of them. */
  readonly chat?: { readonly shop: ShopId; readonly conversation: string };
  /** A case's id. */
  readonly case?: string;
  readonly minutes: 0 | 5 | 15 | 60;
}

/** A case as the seller enters it. */
export interface CaseWish {
  readonly label: string;
  /** ms: the last word, from which the clock runs. */
  readonly lastWordAt: number;
  readonly hours: number;
  /** The address of the page it was started from; kept where that is a marketplace's. */
  readonly page?: string;
}

/** What of a case is to be another; absent: it stays. */
export interface CaseChangeWish extends Partial<Omit<CaseWish, 'page'>> {
  readonly id: string;
  readonly isDone?: boolean;
}

export interface MarkWish {
  readonly shop: ShopId;
  readonly conversation: string;
  /** Absent: nothing is said of it; `null` takes the word back. */
  readonly setAside?: SetAsideBecause | null;
  readonly blocked?: boolean | null;
}

/** A figure as a seller reads it on his platform's page. */
export interface TypedFigure {
  readonly shop: ShopId;
  /** The id of the rule in the list. */
  readonly rule: string;
  /** A share between 0 and 1, or seconds of a mean. */
  readonly value: number;
  /** ms: as of when. */
  readonly at: number;
  /** Days it covers, where the platform says so. */
  readonly days?: number;
}

/** What names a kept figure. */
export interface KeptFigure {
  readonly shop: ShopId;
  readonly metric: string;
  /** Local day of the market. */
  readonly day: string;
}

/** Whether a figure was kept; if not, the catalogue's key says why. */
export type FigureAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly key: 'message_unknown_error' | 'official_value_error' | 'official_date_error' | 'official_days_error';
    };

/** A copy of the whole log that is to be made. */
export interface CopyOrder {
  /** As stored: the page that makes it reads none. */
  readonly settings: object;
  /** ms. */
  readonly at: number;
}

export interface MadeCopy {
  /** Where the file stands; `null` where it could not be made. */
  readonly url: string | null;
  /** ms: of when it is. */
  readonly at: number;
}

export interface Loudness {
  /** 0 to 1. */
  readonly volume: number;
}

/** Whether what a screen asked for was done; if not, the catalogue's key says why. */
export type Done =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly key:
        | 'message_unknown_error'
        | 'snooze_nobody_error'
        | 'mark_nobody_error'
        | 'sound_silent_error'
        | 'case_gone_error'
        | 'case_future_error';
    };

/** Whether what a screen asked of the log was done; anything but a screen of ours is refused. */
export interface DataAnswer {
  readonly ok: boolean;
}

export interface Sign {
  /** The shops the page speaks for; none while neither the address nor the network has said whose it is. */
  readonly shops: readonly ShopId[];
  readonly health: Health;
  /** Exchanges and parts of them that were not understood since the page was loaded. */
  readonly notUnderstood: number;
  /** A stretch (ms) of which everything was received; absent where that cannot be told. */
  readonly whole?: { readonly from: number; readonly to: number };
}

export interface NextDue {
  /** ms: when something becomes due next; an alarm is too coarse for a 3-minute rule, so the tab asks again then. */
  readonly nextDueAt: number | null;
}

export type RecordAnswer =
  | ({ readonly ok: true; readonly refused: number } & NextDue)
  | { readonly ok: false; readonly key: 'record_notThisPage_error' | 'record_tooMuch_error' }
  /**
   * The same again, later: the tab has sent more than any chat gives; the computer has no room; or the log cannot be opened. What
   * helps against the last two is told where the seller looks.
   */
  | { readonly ok: false; readonly key: 'record_tooFast_error' | 'log_full_error' | 'log_unreadable_error' };
