import { defineConfig } from 'vitest/config';

// Unit tests are of pure code: their files share modules, which saves more than half of the time. The browser project sees the minified build under the policy, through playwright-core in plain Node: its global
// setup builds (when stale) and serves dist/. Two files at a time: the reference machine has two cores.
export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/bench/**'],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/serve-build.ts'],
          maxWorkers: 2,
          // Said by name by `npm test`, see test/browser/secondAttempts.ts.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
