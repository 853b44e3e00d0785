/** Schedules that once failed, in words, as a rule cut down to what mattered: they are played in every run of the tests. */
export const failedBefore: readonly string[] = [
  // A log of an older version in the place of one that nobody had opened yet.
  '0 asks · [room-used-up] · 1 asks · [log-of-version-1] · 2 asks · [log-of-version-2] · 0 answers',
  // A storage that starts anew while the log is being opened, read and written: the badge stood still, the log stayed closed.
  '3 asks · [room-used-up] · 0 asks · [room-used-up] · 3 answers · [clock-two-hours-forward] · 1 asks · [room-used-up] · 3 asks',
];
