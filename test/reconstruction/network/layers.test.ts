import { describe, expect, test } from 'vitest';
import { reconstructionSimd } from '../../../src/jobs/reconstructionSimd.ts';
import {
  convolution,
  join,
  linear,
  transpose,
  type ConvolutionShape,
  type Layer,
  type Pictures,
} from '../../../src/reconstruction/network/layers.ts';
import { createRoom, type Room } from '../../../src/reconstruction/network/room.ts';
import { fakeWeights, randomInput } from './fakeWeights.ts';

interface Case extends ConvolutionShape {
  readonly to: number;
}

const weightsOf = ({ to, from, kernel }: Case) =>
  fakeWeights({ 'conv.weight': [to, from, kernel, kernel], 'conv.bias': [to] });

/** Straight from the definition, in float64: torch's Conv2d with padding (kernel − 1) / 2, for maps [channels × pictures × edge × edge]. */
function naive(input: Float32Array, shape: Case, pictures: number): number[] {
  const { from, to, edge, kernel, stride = 1, relu = false } = shape;
  const weight = weightsOf(shape).tensor('conv.weight', [to, from, kernel, kernel]);
  const bias = weightsOf(shape).tensor('conv.bias', [to]);
  const half = (kernel - 1) / 2;
  const out: number[] = [];
  for (let o = 0; o < to; o++) {
    for (let picture = 0; picture < pictures; picture++) {
      for (let y = 0; y < edge; y += stride) {
        for (let x = 0; x < edge; x += stride) {
          let sum = bias[o]!;
          for (let c = 0; c < from; c++) {
            for (let tap = 0; tap < kernel ** 2; tap++) {
              const [py, px] = [y + Math.floor(tap / kernel) - half, x + (tap % kernel) - half];
              if (py < 0 || py >= edge || px < 0 || px >= edge) continue;
              const value = input[((c * pictures + picture) * edge + py) * edge + px]!;
              sum += weight[(o * from + c) * kernel ** 2 + tap]! * value;
            }
          }
          out.push(relu ? Math.max(0, sum) : sum);
        }
      }
    }
  }
  return out;
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    // Some hundred roundings to float32 of sums near 1.
    if (!(Math.abs(actual[i]! - expected[i]!) < 3e-6))
      expect.fail(`value ${i}: ${actual[i]} instead of ${expected[i]}`);
  }
}

/** What a layer of a room makes of `input`: fresh. */
function runner(room: Room, layer: Layer, length: number) {
  const place = room.reserve(2 * length);
  return (input: Float32Array, pictures: Pictures, outLength: number): Float32Array => {
    const { memory } = room.open();
    memory.set(input, place);
    const out = layer.run(place, pictures);
    return memory.slice(out, out + pictures * outLength);
  };
}

const shapes: readonly Case[] = [
  { from: 2, to: 8, edge: 8, kernel: 3, stride: 2, relu: true },
  { from: 3, to: 4, edge: 4, kernel: 3, stride: 2 }, // columns that fill no panel
  { from: 5, to: 12, edge: 8, kernel: 3, relu: true },
  { from: 4, to: 6, edge: 4, kernel: 3 }, // rows that fill no block
  { from: 7, to: 8, edge: 4, kernel: 1 },
];

describe.each(shapes)('a convolution is what its definition says: %j', (shape) => {
  test.each<Pictures>([1, 2])('%i pictures, with SIMD and, to the same bits, without', (pictures) => {
    const [length, outLength] = [shape.from * shape.edge ** 2, shape.to * (shape.edge / (shape.stride ?? 1)) ** 2];
    const [simd, plain] = [reconstructionSimd, null].map((way) => {
      const room = createRoom(way);
      const run = runner(room, convolution(weightsOf(shape), 'conv', shape, room), length);
      expect(room.open().simd).toBe(way !== null);
      const input = randomInput(pictures * length);
      run(randomInput(2 * length, 'before'), 2, outLength); // nothing stays of it
      return run(input, pictures, outLength);
    });
    expectClose(simd!, naive(randomInput(pictures * length), shape, pictures));
    expect(simd).toEqual(plain);
  });
});

test('layers of one room leave each other’s results and weights alone', () => {
  const room = createRoom(reconstructionSimd);
  const [large, small] = [shapes[2]!, shapes[1]!];
  const first = runner(room, convolution(weightsOf(large), 'conv', large, room), 5 * 64);
  const second = runner(room, convolution(weightsOf(small), 'conv', small, room), 3 * 16);
  const input = randomInput(5 * 64);
  for (let round = 0; round < 2; round++) {
    expectClose(first(input, 1, 12 * 64), naive(input, large, 1));
    expectClose(second(input.subarray(0, 48), 1, 16), naive(input.subarray(0, 48), small, 1));
  }
});

describe.each([true, false])('a fully connected layer is bias + weights · input (relu: %s)', (relu) => {
  test.each<Pictures>([1, 2])('%i pictures, with SIMD and, to the same bits, without', (pictures) => {
    const weights = fakeWeights({ 'full.weight': [13, 9], 'full.bias': [13] });
    const input = randomInput(9 * pictures);
    const [weight, bias] = [weights.tensor('full.weight', [13, 9]), weights.tensor('full.bias', [13])];
    const sums = Array.from({ length: pictures }, (_, i) =>
      Array.from(bias, (b, row) =>
        input.subarray(9 * i, 9 * i + 9).reduce((sum, x, k) => sum + weight[row * 9 + k]! * x, b),
      ),
    ).flat();
    expect(Math.min(...sums)).toBeLessThan(0);
    const [simd, plain] = [reconstructionSimd, null].map((way) => {
      const room = createRoom(way);
      return runner(room, linear(weights, 'full', { from: 9, relu }, room), 9)(input, pictures, 13);
    });
    expectClose(
      simd!,
      sums.map((sum) => (relu ? Math.max(0, sum) : sum)),
    );
    expect(simd).toEqual(plain);
  });
});

test('a room has no room once it is open, and without SIMD it says so', () => {
  const room = createRoom(() => null);
  room.reserve(3);
  expect(room.open().simd).toBe(false);
  expect(() => room.reserve(1)).toThrow('the room is open');
});

test('a join fills 2 × 2 with each value of the coarser map, adds and cuts off at 0', () => {
  const memory = new Float32Array(72);
  memory.set(Array.from({ length: 32 }, (_, i) => i));
  memory.set([1, 2, 3, 4, -10, -20, -30, -40], 32);
  join(memory, 0, 32, 2, 4, 2, 40);
  // prettier-ignore
  expect([...memory.subarray(40)]).toEqual([
    1, 2, 4, 5,  5, 6, 8, 9,  11, 12, 14, 15,  15, 16, 18, 19,
    6, 7, 0, 0,  10, 11, 2, 3,  0, 0, 0, 0,  0, 0, 0, 0,
  ]);
});

test('a join with a map of the same edge adds place by place', () => {
  const memory = Float32Array.of(1, 2, 3, 4, 1, -5, 0, 2, 0, 0, 0, 0);
  join(memory, 0, 4, 1, 2, 1, 8);
  expect([...memory.subarray(8)]).toEqual([2, 0, 3, 6]);
});

test('planes become rows and come back', () => {
  const memory = new Float32Array(36);
  const planes = Array.from({ length: 12 }, (_, i) => i);
  memory.set(planes);
  transpose(memory, 0, 3, 2, 2, 12);
  // [channel, picture, pixel] → [picture, channel, pixel]
  expect([...memory.subarray(12, 24)]).toEqual([0, 1, 4, 5, 8, 9, 2, 3, 6, 7, 10, 11]);
  transpose(memory, 12, 2, 3, 2, 24);
  expect([...memory.subarray(24)]).toEqual(planes);
});
