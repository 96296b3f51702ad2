import { defineConfig } from 'vitest/config';

// Files share modules: unit tests are of pure code, which saves more than half of their time, and the browser tests of a worker share one
// Chromium. The browser project sees the minified build under the policy, through playwright-core in plain Node: its global
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
          isolate: false,
          maxWorkers: 2,
          // Said by name by `npm test`, see test/secondAttempts.ts.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
