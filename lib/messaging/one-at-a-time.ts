/**
 * Runs `work` one at a time. Asked while it runs, it runs once more afterwards, however often it was asked: who asks
 * always gets the result of a run that began after asking. Two runs side by side could end in the wrong order, and the
 * older one paint over the newer.
 */
export function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const run = (): Promise<T> => {
    next = undefined;
    const mine = work().finally(() => {
      if (running === mine) running = undefined;
    });
    running = mine;
    return mine;
  };
  return () => {
    if (!running) return run();
    next ??= running.then(run, run);
    return next;
  };
}
