interface Due {
  /** ms; see WaitingRow. */
  readonly deadline: number | null;
}

/** What comes first at `now` (ms): deadlines ahead by nearness, then those that passed, latest first, then none at all. */
export function byNearness(a: Due, b: Due, now: number): number {
  return placeOf(a.deadline, now) - placeOf(b.deadline, now);
}

const placeOf = (deadline: number | null, now: number) =>
  deadline === null ? Number.MAX_VALUE : deadline >= now ? deadline : Number.MAX_SAFE_INTEGER - deadline;
