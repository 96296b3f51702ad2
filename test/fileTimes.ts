import type { Reporter, TestModule } from 'vitest/node';

/** Says how long each file took, its import and hooks included, which the JSON report leaves out: `npm test` ends with the slowest. */
export default class FileTimes implements Reporter {
  onTestModuleEnd(file: TestModule): void {
    const { collectDuration, setupDuration, duration } = file.diagnostic();
    const seconds = (collectDuration + setupDuration + duration) / 1000;
    process.stdout.write(`took ${seconds.toFixed(1)} s: ${file.relativeModuleId}\n`);
  }
}
