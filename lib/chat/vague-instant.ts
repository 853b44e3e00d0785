/** An instant that lies in `[at, at + uncertain]`, both in ms. */
export interface VagueInstant {
  readonly at: number;
  readonly uncertain: number;
}

/** What two words on one instant say together: where they overlap. `null`: they are not of one instant. */
export function narrowed(a: VagueInstant, b: VagueInstant): VagueInstant | null {
  const at = Math.max(a.at, b.at);
  const uncertain = Math.min(a.at + a.uncertain, b.at + b.uncertain) - at;
  return uncertain < 0 ? null : { at, uncertain };
}

/** ms between the two where they are nearest; 0 where they overlap. */
export function gapBetween(a: VagueInstant, b: VagueInstant): number {
  return Math.max(0, a.at - b.at - b.uncertain, b.at - a.at - a.uncertain);
}
