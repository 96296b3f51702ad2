import type { Network } from '../network.ts';
import type { NetworkSpec, Numbers } from '../types.ts';

/** w₁ x₁ + w₂ x₂ + b > 0. */
export interface Perceptron {
  readonly w1: number;
  readonly w2: number;
  readonly b: number;
}

/** 『ゼロから作るDeep Learning』 §2.3, ch02. */
export const perceptrons = {
  and: { w1: 0.5, w2: 0.5, b: -0.7 },
  or: { w1: 0.5, w2: 0.5, b: -0.2 },
  nand: { w1: -0.5, w2: -0.5, b: 0.7 },
} as const satisfies Readonly<Record<string, Perceptron>>;

export const sumOf = ({ w1, w2, b }: Perceptron, x1: number, x2: number): number => w1 * x1 + w2 * x2 + b;
export const fires = (perceptron: Perceptron, x1: number, x2: number): 0 | 1 => (sumOf(perceptron, x1, x2) > 0 ? 1 : 0);

/** The corners of the unit square, x₁ running slowest: what gates are asked. */
export const corners = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

/** A network that is given, not learned: its spec and its weights in the layout's order. */
export interface GivenNetwork {
  readonly spec: NetworkSpec;
  readonly weights: Float64Array;
}

const plain = {
  inputs: 2,
  outputs: 1,
  task: 'values',
  loss: 'squared-error',
  batchNorm: false,
  dropout: 0,
  decay: 0,
} as const;

/** XOR as the book builds it: AND of NAND and OR, a step each; the output's sum is positive where it fires. */
export const stepXor: GivenNetwork = (() => {
  const { and, or, nand } = perceptrons;
  return {
    spec: { ...plain, hidden: [2], activation: 'step' },
    weights: Float64Array.of(nand.w1, nand.w2, or.w1, or.w2, nand.b, or.b, and.w1, and.w2, and.b),
  };
})();

/** XOR by a fold: h = ReLU(x₁ + x₂, x₁ + x₂ − 1), y = h₁ − 2 h₂ (Goodfellow, Bengio & Courville, Deep Learning, §6.1). Any activation may take ReLU's place, to see what it does. */
export const foldingXor = (activation: NetworkSpec['activation'] = 'relu'): GivenNetwork => ({
  spec: { ...plain, hidden: [2], activation },
  weights: Float64Array.of(1, 1, 1, 1, 0, -1, 1, -2, 0),
});

/** Where a layer takes points of the plane. */
export interface FoldedLayer {
  /** Coordinates a point. */
  readonly width: number;
  /** count × width. */
  readonly points: Float64Array;
}

/**
 * Points of the plane (count × 2) as every layer has them: as they are, after each hidden layer's affine map and again after its activation, and the outputs. Of identity each is an affine
 * image of the plane, however deep.
 */
export function foldLayers(network: Network, weights: Numbers, points: Float64Array): FoldedLayer[] {
  const count = points.length / 2;
  const x = network.arithmetic.alloc(points.length);
  x.set(points);
  const output = network.forward(weights, { count, x });
  const taken = (values: Numbers, width: number): FoldedLayer => ({
    width,
    points: Float64Array.from(values.subarray(0, count * width)),
  });
  return [
    { width: 2, points: points.slice() },
    ...network.spec.hidden.flatMap((width, layer) => {
      const { z, phi } = network.room().hidden[layer]!;
      return [taken(z, width), taken(phi, width)];
    }),
    taken(output, network.spec.outputs),
  ];
}

/** side² points over a rectangle of the plane, x₁ running fastest: side² × 2. */
export function planeGrid(
  side: number,
  [[x0, x1], [y0, y1]]: readonly [readonly [number, number], readonly [number, number]],
): Float64Array {
  const points = new Float64Array(2 * side * side);
  for (let j = 0, at = 0; j < side; j++) {
    for (let i = 0; i < side; i++, at += 2) {
      points[at] = x0 + ((x1 - x0) * i) / (side - 1);
      points[at + 1] = y0 + ((y1 - y0) * j) / (side - 1);
    }
  }
  return points;
}
