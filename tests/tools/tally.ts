import { readFile } from 'node:fs/promises';

/** How many checks passed, failed, or were left out. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

/** A check that is counted as one. */
export function oneCheck(ok: boolean): Tally {
  return { ...nothing, [ok ? 'passed' : 'failed']: 1 };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    nothing,
  );
}

/** The last line of a test run: `12 passed, 0 failed`. */
export function inWords({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Counts the tests in vitest's own report. A run that failed without a failed test counts as one failure. */
export async function tallyOf(reportPath: string, ok: boolean): Promise<Tally> {
  const text = await readFile(reportPath, 'utf8').catch(() => undefined);
  if (text === undefined) return oneCheck(false);
  const report = JSON.parse(text) as Report;
  // A file that could not be loaded has no tests to fail.
  const broken = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
