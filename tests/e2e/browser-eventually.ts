/** Asks until the answer is truthy or does not throw any more, and says after how many ms it was. */
export async function eventually(
  ask: () => unknown,
  { within = 5000, every = 25, what = 'it' }: { within?: number; every?: number; what?: string } = {},
): Promise<number> {
  const start = performance.now();
  let last: unknown;
  for (;;) {
    try {
      last = await ask();
      if (last) return performance.now() - start;
    } catch (error) {
      last = error;
    }
    if (performance.now() - start > within) break;
    await new Promise(resolve => setTimeout(resolve, every));
  }
  const found = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`${what} did not happen within ${within} ms; the last answer was: ${found}`);
}
