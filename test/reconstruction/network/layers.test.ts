import { expect, test } from 'vitest';
import {
  convolution,
  createScratch,
  join,
  linear,
  type ConvolutionShape,
} from '../../../src/reconstruction/network/layers.ts';
import { fakeWeights, randomInput } from './fakeWeights.ts';

/** Straight from the definition: torch's Conv2d with padding (kernel − 1) / 2. */
function naive(input: Float64Array, name: string, shape: ConvolutionShape): number[] {
  const { from, to, edge, kernel, stride = 1, relu = false } = shape;
  const weight = fakeWeights.tensor(`${name}.weight`, [to, from, kernel, kernel]);
  const bias = fakeWeights.tensor(`${name}.bias`, [to]);
  const half = (kernel - 1) / 2;
  const out: number[] = [];
  for (let o = 0; o < to; o++) {
    for (let y = 0; y < edge; y += stride) {
      for (let x = 0; x < edge; x += stride) {
        let sum = bias[o]!;
        for (let c = 0; c < from; c++) {
          for (let dy = 0; dy < kernel; dy++) {
            for (let dx = 0; dx < kernel; dx++) {
              const [py, px] = [y + dy - half, x + dx - half];
              if (py < 0 || py >= edge || px < 0 || px >= edge) continue;
              sum += weight[((o * from + c) * kernel + dy) * kernel + dx]! * input[(c * edge + py) * edge + px]!;
            }
          }
        }
        out.push(relu ? Math.max(0, sum) : sum);
      }
    }
  }
  return out;
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    if (!(Math.abs(actual[i]! - expected[i]!) < 1e-12))
      expect.fail(`value ${i}: ${actual[i]} instead of ${expected[i]}`);
  }
}

test.each<ConvolutionShape>([
  { from: 2, to: 8, edge: 8, kernel: 3, stride: 2, relu: true },
  { from: 3, to: 4, edge: 4, kernel: 3, stride: 2 },
  { from: 5, to: 12, edge: 8, kernel: 3, relu: true },
  { from: 4, to: 6, edge: 4, kernel: 3 }, // rows that fill no panel
  { from: 7, to: 8, edge: 4, kernel: 1 },
])('a convolution is what its definition says: %j', (shape) => {
  const input = randomInput(shape.from * shape.edge ** 2);
  const layer = convolution(fakeWeights, 'conv', shape, createScratch());
  expectClose(layer.run(input), naive(input, 'conv', shape));
});

test('layers share their scratch and leave nothing in it for one another', () => {
  const scratch = createScratch();
  const large: ConvolutionShape = { from: 6, to: 4, edge: 8, kernel: 3 };
  const small: ConvolutionShape = { from: 2, to: 4, edge: 4, kernel: 3, stride: 2 };
  const first = convolution(fakeWeights, 'large', large, scratch);
  const second = convolution(fakeWeights, 'small', small, scratch);
  const input = randomInput(6 * 64);
  for (let round = 0; round < 2; round++) {
    expectClose(first.run(input), naive(input, 'large', large));
    expectClose(second.run(input.subarray(0, 32)), naive(input, 'small', small));
  }
});

test.each([true, false])('a fully connected layer is bias + weights · input (relu: %s)', (relu) => {
  const layer = linear(fakeWeights, 'full', { from: 9, to: 8, relu });
  const input = randomInput(9);
  const weight = fakeWeights.tensor('full.weight', [8, 9]);
  const bias = fakeWeights.tensor('full.bias', [8]);
  const sums = Array.from(bias, (b, row) => input.reduce((sum, x, k) => sum + weight[row * 9 + k]! * x, b));
  expect(Math.min(...sums)).toBeLessThan(0);
  expectClose(
    layer.run(input),
    sums.map((sum) => (relu ? Math.max(0, sum) : sum)),
  );
});

test('a join fills 2 × 2 with each value of the coarser map, adds and cuts off at 0', () => {
  const coarse = Float64Array.of(1, 2, 3, 4, -10, -20, -30, -40);
  const skip = Float64Array.from({ length: 32 }, (_, i) => i);
  const out = new Float64Array(32);
  join(skip, coarse, 2, 4, out);
  // prettier-ignore
  expect([...out]).toEqual([
    1, 2, 4, 5,  5, 6, 8, 9,  11, 12, 14, 15,  15, 16, 18, 19,
    6, 7, 0, 0,  10, 11, 2, 3,  0, 0, 0, 0,  0, 0, 0, 0,
  ]);
});

test('a join with a map of the same edge adds place by place', () => {
  const out = new Float64Array(4);
  join(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, -5, 0, 2), 1, 2, out);
  expect([...out]).toEqual([2, 0, 3, 6]);
});
