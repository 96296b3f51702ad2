import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, so that no worker is left alone with it at the end; all else as vitest has it, by size or by the last run. */
const long = [
  ...[
    'room',
    'walk',
    'axe',
    'asked',
    'clip',
    'unfetched',
    'pixels',
    'modes',
    'reconstruction',
    'own-formula',
    'export',
  ].map((name) => `browser/${name}`),
  ...['conformance/newcomer', 'cli/registrationLearned', 'tools/rules'],
].map((name) => `/test/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = long.findIndex((name) => moduleId.endsWith(name));
      return place < 0 ? long.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

// Files share modules: unit tests are of pure code, which saves more than half of their time, and the browser tests of a worker share one
// Chromium. The browser project sees the minified build under the policy, through playwright-core in plain Node: its global
// setup builds (when stale) and serves dist/. The reference machine has two cores, so two files at a time.
export default defineConfig({
  test: {
    environment: 'node',
    sequence: { sequencer: LongestFirst },
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
          // The usual second is over on a busy machine before a page has computed anything.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
