import { expect, test } from 'vitest';
import { activationIds } from '../../../src/networks/activations.ts';
import { toyData } from '../../../src/networks/data/index.ts';
import { initialWeights } from '../../../src/networks/init.ts';
import { createRng } from '../../../src/math/rng.ts';
import {
  corners,
  fires,
  foldingXor,
  foldLayers,
  perceptrons,
  planeGrid,
  stepXor,
  sumOf,
  type GivenNetwork,
} from '../../../src/networks/microscope/gates.ts';
import { createNetwork } from '../../../src/networks/network.ts';
import { netOf } from './nets.ts';

const truth = (id: 'and' | 'or' | 'nand' | 'xor') => [...toyData[id].draw(4, 0, createRng(1)).labels!];

test('the book’s weights are AND, OR and NAND; a plane’s height is the sum that is weighed', () => {
  expect(sumOf(perceptrons.and, 1, 1)).toBeCloseTo(0.3, 15);
  expect(sumOf(perceptrons.nand, 1, 0)).toBeCloseTo(0.2, 15);
  for (const id of ['and', 'or', 'nand'] as const) {
    expect(corners.map(([x1, x2]) => fires(perceptrons[id], x1, x2))).toEqual(truth(id));
  }
});

const outputs = ({ spec, weights }: GivenNetwork) => [
  ...createNetwork(spec).forward(weights, { count: 4, x: Float64Array.from(corners.flat()) }),
];

test('XOR by two layers of steps, and by a fold; of identity no', () => {
  expect(outputs(stepXor).map((sum) => (sum > 0 ? 1 : 0))).toEqual(truth('xor'));
  expect(outputs(foldingXor())).toEqual(truth('xor'));
  expect(outputs(foldingXor('identity'))).not.toEqual(truth('xor'));
});

test('the fold takes (0, 1) and (1, 0) to one point; layers are the plane, z, a and the output', () => {
  const { spec, weights } = foldingXor();
  const layers = foldLayers(createNetwork(spec), weights, Float64Array.from(corners.flat()));
  expect(layers.map(({ width }) => width)).toEqual([2, 2, 2, 1]);
  expect([...layers[0]!.points]).toEqual(corners.flat());
  expect([...layers[1]!.points]).toEqual([0, -1, 1, 0, 1, 0, 2, 1]);
  expect([...layers[2]!.points]).toEqual([0, 0, 1, 0, 1, 0, 2, 1]);
  expect([...layers[3]!.points]).toEqual([0, 1, 1, 0]);
});

/** How far a 3 × 3 grid's images lie from an affine image: middles from the means of the ends, over the layer's size. */
function bend(activation: (typeof activationIds)[number], seed: number): number {
  const spec = netOf({ inputs: 2, hidden: [3, 3, 3, 3], outputs: 1, activation });
  const weights = initialWeights(spec, 'xavier', 0, seed);
  const grid = planeGrid(3, [[-2, 2], [-2, 2]]); // prettier-ignore
  const { width, points } = foldLayers(createNetwork(spec), weights, grid).at(-2)!;
  let most = 0;
  for (let k = 0; k < width; k++) {
    const at = (i: number) => points[i * width + k]!;
    for (const [a, middle, b] of [
      [0, 4, 8],
      [2, 4, 6],
      [0, 1, 2],
      [0, 3, 6],
    ] as const)
      // prettier-ignore
      most = Math.max(most, Math.abs(at(middle) - (at(a) + at(b)) / 2));
  }
  return most / Math.max(...points.map(Math.abs));
}

test.each(activationIds)('four layers of %s bend the plane, unless it is identity; seeds 1 to 3', (activation) => {
  const bends = [1, 2, 3].map((seed) => bend(activation, seed));
  if (activation === 'identity') bends.forEach((one) => expect(one).toBeLessThan(1e-12));
  else expect(Math.max(...bends)).toBeGreaterThan(1e-3);
});

test('a grid of the plane runs through x₁ first, corner to corner', () => {
  expect([...planeGrid(2, [[-1, 3], [0, 5]])]).toEqual([-1, 0, 3, 0, -1, 5, 3, 5]); // prettier-ignore
});
