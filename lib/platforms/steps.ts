/** Work that can be put down between steps and taken up again: a long answer is read without holding the page up. */
export type Steps<T> = Generator<undefined, T>;

/** Does the rest at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Whether it is work in steps, or the result itself. */
export function isSteps<T>(value: T | Steps<T>): value is Steps<T> {
  return typeof value === 'object' && value !== null && 'next' in value && typeof value.next === 'function';
}
