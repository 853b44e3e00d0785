import type { Confidence } from './rule';

interface CaseClock {
  /** Names it among lead times and reminders, as a rule's id does. */
  readonly id: string;
  /** Seconds from the last word of the other side. */
  readonly limit: number;
  readonly source: string;
  readonly confidence: Confidence;
}

/**
 * The clock of a complaint in Tokopedia's Resolution Center. It is no rule: it counts in no rate, and the seller may choose
 * another length. rules.md section 5: either side may ask for help once the other has been silent for 3 × 24 h; a newer page
 * names 2 × 24 h after a refusal, and a countdown on the case itself. All of it was read before the merger of 2025.
 */
export const caseClock: CaseClock = {
  id: 'tokopedia/resolution-72h',
  limit: 259_200,
  source:
    "Tokopedia's help pages for sellers, before the merger of 2025: help may be asked for after 3 × 24 h of silence (Pusat Resolusi); st-2147: a countdown is shown on the case",
  confidence: 'off',
};

/** What a new case's clock is set to, in hours. */
export const usualHours = caseClock.limit / 3600;
