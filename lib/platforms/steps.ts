/**
 * Work that can be put down between steps and taken up again: a long answer is read without holding the page up. A step
 * that gives a promise is gone on with once that has settled.
 */
export type Steps<T> = Generator<undefined | Promise<void>, T>;

/** Does the rest at once. For work that waits for nothing. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (step.value) throw new Error('work that waits cannot be done at once');
  }
}

/** Waits for a promise in between, and gives what it came to or throws what it failed with. */
export function* waitFor<T>(promise: Promise<T>): Steps<T> {
  let outcome: { value: T } | { failure: unknown } | undefined;
  yield promise.then(
    value => {
      outcome = { value };
    },
    failure => {
      outcome = { failure };
    },
  );
  if (!outcome) throw new Error('gone on with before the promise had settled');
  if ('failure' in outcome) throw outcome.failure;
  return outcome.value;
}

/** Whether it is work in steps, or the result itself. */
export function isSteps<T>(value: T | Steps<T>): value is Steps<T> {
  return typeof value === 'object' && value !== null && 'next' in value && typeof value.next === 'function';
}
