import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { icp } from '../../src/registration/icp.ts';
import { settingsOf } from '../../src/registration/recipes.ts';
import { prepareCloud, type Prepared } from '../../src/registration/prepare.ts';
import { createRecorder } from '../../src/registration/recorder.ts';
import type { Search } from '../../src/registration/types.ts';

interface Step {
  readonly pose: readonly number[];
  readonly eigenvalues: readonly number[];
}

const fixture = JSON.parse(
  readFileSync(new URL('../fixtures/registration/icp-step.json', import.meta.url), 'utf8'),
) as {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly init: readonly number[];
  readonly welsch: number;
  readonly rmse: Readonly<Record<Search, number>>;
  readonly steps: Readonly<Record<Search, Readonly<Record<keyof typeof members, Step>>>>;
};

const prepared: Prepared = {
  source: prepareCloud({ points: Float64Array.from(fixture.source) }),
  target: prepareCloud({ points: Float64Array.from(fixture.target) }),
};
const init = Float64Array.from(fixture.init);
const searches: readonly Search[] = ['source', 'target'];
const welsch = { from: fixture.welsch, to: fixture.welsch, factor: 1 };
const members = {
  point: ['icp-point', {}],
  plane: ['icp-plane', {}],
  planeWelsch: ['icp-plane', { kernel: 'welsch', scale: welsch }],
  gicp: ['gicp', {}],
} as const;

describe('one step against NumPy and SciPy (seed 20250, tools/fixtures/make_registration_fixtures.py)', () => {
  for (const search of searches) {
    for (const [name, [method, choices]] of Object.entries(members)) {
      const expected = fixture.steps[search][name as keyof typeof members];

      it(`${name}, ${search} points search: pose, eigenvalues, RMSE`, () => {
        const settings = settingsOf(method, { ...choices, search, maxIterations: 1 }, prepared.target);
        const recorder = createRecorder();
        const outcome = icp({ init }, settings, prepared, recorder, { aborted: false });
        expect(outcome.iterations).toBe(1);
        // Least squares over the Jacobian against normal equations: about 1e-16 × condition; entries up to 10.
        outcome.targetFromSource.forEach((value, i) => expect(value).toBeCloseTo(expected.pose[i]!, 10));
        const { eigenvalues, inlierRmse, poses, fitness } = recorder.record();
        expected.eigenvalues.forEach((value, i) => expect(eigenvalues[i]! / value).toBeCloseTo(1, 9));
        expect(inlierRmse[0]).toBeCloseTo(fixture.rmse[search], 12);
        expect(fitness[0]).toBe(1);
        expect(poses.slice(0, 16)).toEqual(init);
        expect(poses.slice(16)).toEqual(outcome.targetFromSource);
      });
    }
  }
});
