import type { Health } from '../chat/health';
import type { SetAsideBecause } from '../chat/set-aside';
import type { ShopId } from '../chat/shop';
import type { Untimely } from '../chat/untimely';
import type { BandsAround } from '../rates/bands-around';
import type { Outlook } from '../rates/outlook';
import type { Rate } from '../rates/rate';
import type { Leads } from '../rules/leads';
import type { PublishedRule } from '../rules/rule';
import type { JudgedNext } from './judged-next';
import type { OfficialRow } from './log-db';
import type { ReplyTimes } from './rate-query';

/** All that the popup shows, as of `at` (ms). Times are ms since the epoch. */
export interface Overview {
  readonly at: number;
  /** Nearest deadline first; those that were not seen for a week last. */
  readonly shops: readonly ShopLine[];
  /** What is shown: one shop or all of them; `null` where no shop was ever seen. */
  readonly shown: ShopOverview | AllShops | null;
}

/** A shop in the switch. */
export interface ShopLine {
  readonly shop: ShopId;
  readonly waiting: number;
  readonly nearestDeadline: number | null;
  readonly health: Health;
  /** Since when the health has been as it is. */
  readonly healthSince: number;
  /** Whether it was seen in the last week; one that was not folds away. */
  readonly lately: boolean;
}

/** All shops that were seen lately, at a glance. */
export interface AllShops {
  readonly is: 'all';
  /** Days of the window shown. */
  readonly days: number;
  readonly shops: readonly ShopGlance[];
  /** Who waits anywhere, nearest deadline first. */
  readonly waiting: readonly WaitingRow[];
}

/** A shop's line among others, and its rates without what stands around them. */
export interface ShopGlance extends ShopLine {
  readonly rates: readonly Pick<RateView, 'rule' | 'rate' | 'firstDeadline'>[];
}

export interface ShopOverview {
  readonly is: 'shop';
  readonly shop: ShopId;
  readonly health: Health;
  /** Since when the health has been as it is. */
  readonly healthSince: number;
  /** Days of the window shown: the rule's own (30), or 7. */
  readonly days: number;
  readonly rates: readonly RateView[];
  /** The shop's other rules, each over its own window. */
  readonly more: readonly RateView[];
  /** While a changed rule is being counted again and the old figures stand: conversations done, of all. */
  readonly again: { readonly done: number; readonly of: number } | null;
  /** Messages that are not counted because their time cannot be. */
  readonly untimely: Readonly<Record<Untimely, number>>;
  /** Nearest deadline first; without a deadline last, and those who only have a promise behind them. */
  readonly waiting: readonly WaitingRow[];
}

export interface RateView extends Outlook, BandsAround {
  readonly rule: PublishedRule;
  readonly rate: Rate;
  /** As it would be judged next; `null` where no weekday is named for it. */
  readonly judgedNext: JudgedNext | null;
  /** Change against the same window seven days ago; `null` where that had nothing to count. */
  readonly trend: number | null;
  /** Share of the time since `watchedSince` in which the page was really watched, 0 to 1. */
  readonly coverage: number;
  /** When Lekas first watched the shop, where that lies inside the window; `null`: before it. */
  readonly watchedSince: number | null;
  /** The nearest deadline of those who wait under this rule. */
  readonly firstDeadline: number | null;
  /** How long the answers took; `null` where nothing was answered. */
  readonly times: ReplyTimes | null;
  /** The platform's own figure where one was seen or typed in, the newest. */
  readonly official: Pick<OfficialRow, 'value' | 'at' | 'source'> | null;
}

/** What a seller says of a chat: that it does not count, or that its buyer is blocked. `null` takes the word back. */
export interface ChatMark {
  readonly setAside?: SetAsideBecause | null;
  readonly blocked?: boolean | null;
}

export interface WaitingRow {
  readonly shop: ShopId;
  readonly conversation: string;
  readonly buyer: string | null;
  /** When the oldest unanswered message was sent. */
  readonly since: number;
  /** ms; see Message. */
  readonly uncertain: number;
  /** Buyer messages waiting in the round. */
  readonly messages: number;
  /** The nearest deadline still ahead; past the last one, that one; `null` where no rule counts this chat. */
  readonly deadline: number | null;
  /** The rule the deadline belongs to. */
  readonly rule: string | null;
  /** When its deadlines become pressing. */
  readonly leads: Leads | null;
  /** A robot answered, a person has not; or so we guess, where the platform does not tell them apart. */
  readonly robotAnswered: false | 'surely' | 'guessed';
  /** ms: when an answer was promised that has not come; `null`: none was. */
  readonly promisedAt: number | null;
  /** By the rules nobody waits: the promise was a reply, and all that is owed is to keep it. */
  readonly isPromiseOnly: boolean;
}
