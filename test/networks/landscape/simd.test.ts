import { expect, test } from 'vitest';
import { simdLandscape } from '../../../src/jobs/landscapeBackend.ts';
import { activationIds } from '../../../src/networks/activations.ts';
import { deviationFrom } from '../../../src/networks/landscape/deviation.ts';
import type { LandscapeProblem } from '../../../src/networks/landscape/evaluator.ts';
import { createGrid } from '../../../src/networks/landscape/grid.ts';
import { randomPlane } from '../../../src/networks/landscape/plane.ts';
import { float64Evaluator } from '../../../src/networks/landscape/reference.ts';
import type { NetworkSpec } from '../../../src/networks/types.ts';
import { chanceNet, small } from '../hessian/cases.ts';

const range = { alpha: [-1.5, 1], beta: [-1, 2] } as const;

function problemOf(spec: NetworkSpec, seed: number, count: number, scale = 1): LandscapeProblem {
  const { network, weights, batch } = chanceNet(spec, seed, count);
  const [x, targets] = [Float64Array.from(batch.x), Float64Array.from(batch.targets)];
  const samples = { count, inputs: spec.inputs, outputs: spec.outputs, x, targets, labels: null };
  const plane = randomPlane(
    spec,
    weights.map((w) => scale * w),
    seed,
  );
  // Along biases, and γ and β of batch normalization, too, as in PCA.
  plane.u.forEach((value, i) => (plane.u[i] = value + 0.1 * Math.sin(i)));
  return { network: spec, plane, samples, running: network.running };
}
const apart = (problem: LandscapeProblem): number =>
  deviationFrom(float64Evaluator(problem), simdLandscape(problem)!, range, 24);

const varied = activationIds.flatMap(
  (activation) =>
    [
      { activation, task: 'classes', loss: 'cross-entropy', batchNorm: false, hidden: [6, 5] },
      { activation, task: 'classes', loss: 'cross-entropy', batchNorm: true, hidden: [9, 4] },
      { activation, task: 'classes', loss: 'squared-error', batchNorm: false, hidden: [7] },
      { activation, task: 'values', loss: 'squared-error', batchNorm: true, hidden: [4, 3, 5] },
    ] as const,
);
test.each(varied)(
  'four samples at a time: $activation, $task, $loss, batch norm $batchNorm, $hidden (seeds 0 … 4)',
  (own) => {
    for (let seed = 0; seed < 5; seed++) {
      // A step's jump may fall on the other side of 0 in float32: only with so few samples none does.
      const problem = problemOf({ ...small, ...own }, seed, own.activation === 'step' ? 5 : 37);
      expect(apart(problem)).toBeLessThan(3e-6);
    }
  },
);

test('a linear model, and one sample (seed 1)', () => {
  expect(apart(problemOf({ ...small, hidden: [] }, 1, 8))).toBeLessThan(1e-6);
  expect(apart(problemOf(small, 1, 1))).toBeLessThan(1e-5);
});

test('a loss of a sure net keeps its digits, and one that overflows in float32 is ∞, never NaN', () => {
  const spec = { ...small, inputs: 2, hidden: [], outputs: 2 };
  const { network, samples, plane, running } = problemOf(spec, 1, 4);
  plane.origin.set([9, 0, 0, 9, 0, 0]);
  samples.x.set([1, 0, 0, 1, 1, 0, 0, 1]);
  samples.targets.set([1, 0, 0, 1, 1, 0, 0, 1]);
  plane.u.fill(0);
  plane.v.fill(0).set([-3e38, 0, 3e38, 0]);
  const problem = { network, samples, plane, running };
  const [loss, reference, zero] = [new Float64Array(1), new Float64Array(1), new Float64Array(1)];
  simdLandscape(problem)!.evaluate(zero, zero, loss, 1);
  float64Evaluator(problem).evaluate(zero, zero, reference, 1);
  expect(reference[0]).toBeLessThan(2e-4);
  expect(Math.abs(loss[0]! / reference[0]! - 1)).toBeLessThan(1e-6);
  const grid = createGrid({ network, plane, alpha: [0, 1], beta: [0, 1], size: 2 }, samples, {
    evaluator: simdLandscape(problem)!,
  });
  while (grid.step(0));
  expect(grid.backend).toBe('simd');
  expect(grid.loss[2]).toBe(Infinity);
});

test('targets that are no class each are beyond it', () => {
  const problem = problemOf(small, 1, 4);
  problem.samples.targets[0] = 0.5;
  expect(simdLandscape(problem)).toBe(null);
});
