import type { Reporter, TestModule } from 'vitest/node';

/**
 * Names the tests that failed first and passed when they were tried again, with what went wrong: a busy machine, or a race of
 * ours that somebody has to find.
 */
export default class SecondTries implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests('passed')]);
    const late = tests.filter(test => (test.diagnostic()?.retryCount ?? 0) > 0);
    if (late.length === 0) return;
    console.log(`\n${late.length} passed at the second try only:`);
    for (const test of late) {
      console.log(`  ${test.module.relativeModuleId} > ${test.fullName}`);
      for (const { message } of test.result().errors ?? []) console.log(`    ${message.split('\n')[0]}`);
    }
  }
}
