import type { Reporter, TestCase } from 'vitest/node';

/**
 * Names every test that passed only at its second attempt. What a browser does in how many milliseconds is decided by the machine that
 * draws it in software; a test that needs this often has a defect of its own, so it is said, never hidden.
 */
export default class SecondAttempts implements Reporter {
  private readonly names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.names.push(`${test.module.relativeModuleId}: ${test.fullName}`);
  }

  onTestRunEnd(): void {
    for (const name of this.names) process.stdout.write(`passed at the second attempt: ${name}\n`);
  }
}
