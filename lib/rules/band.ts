/** What a platform does to a shop whose value stands in a band; names the words of the screen. */
export type Consequence =
  | 'tiktokFine'
  | 'tiktokWarning'
  | 'tiktokMinusTen'
  | 'tiktokMinusTwenty'
  | 'feigePass'
  | 'feigeGoal'
  | 'feigeUnderGoal'
  | 'feigeNoCampaigns'
  | 'feigeReportedFine'
  | 'feigeAnswersSoon'
  | 'feigeSlowService'
  | 'shopeePreferred'
  | 'shopeePreferredPlus'
  | 'shopeeStar'
  | 'shopeeStarPlus'
  | 'shopeeMall'
  | 'shopeeUsualMark'
  | 'shopeeNoProgramme'
  | 'shopeeUnderSixty'
  | 'shopeeUnansweredPoint'
  | 'shopeeTwentyOrLess'
  | 'shopeeGeneralPoint';

interface Effect {
  readonly consequence: Consequence;
  /** As the platform writes them: -10 of a shop's health, or 1 penalty point. */
  readonly points?: number;
  /** Read in one place, undated or old: never shown as today's law. */
  readonly reported?: true;
}

/** What comes on top where the value is not all that decides. */
export interface FurtherEffect extends Effect {
  readonly atLeast: {
    readonly count: number;
    readonly of: 'consultations-a-day' | 'unanswered-a-month' | 'orders-in-30-days';
  };
}

/** A stretch of a rule's values with one consequence. It ends where the band above it begins. */
export interface Band extends Effect {
  /** Its lower edge: a share, or seconds of a mean. */
  readonly from: number;
  /** The edge itself belongs to the band below. */
  readonly above?: true;
  /** The platform names the edge as a mark: drawn beside the target, and a seller may aim for it instead. */
  readonly mark?: true;
  readonly further?: readonly FurtherEffect[];
}
