import { createRng, type Rng } from '../../math/rng.ts';
import type { DataSet, Samples } from '../types.ts';
import { classSamples, valueSamples } from './samples.ts';

export interface DataSpec {
  readonly id: ToyDataId;
  /** Training samples; a test set of as many is drawn beside it. The gates have their four. */
  readonly count: number;
  /** Standard deviation of the noise on what is drawn. */
  readonly noise: number;
  readonly seed: number;
}

interface ToyData {
  readonly name: string;
  readonly task: DataSet['task'];
  readonly domain: DataSet['domain'];
  readonly draw: (count: number, noise: number, rng: Rng) => Samples;
}

const square = (reach: number): DataSet['domain'] => [
  [-reach, reach],
  [-reach, reach],
];

/** Two classes in the plane: `place` of the share t ∈ [0, 1) along its class's curve. */
function twoCurves(place: (t: number, label: 0 | 1, rng: Rng) => readonly [number, number]): ToyData['draw'] {
  return (count, noise, rng) => {
    const x = new Float64Array(2 * count);
    const labels = new Uint8Array(count);
    const half = Math.ceil(count / 2);
    for (let i = 0; i < count; i++) {
      const label = i < half ? 0 : 1;
      const [px, py] = place((i < half ? i : i - half) / half, label, rng);
      x[2 * i] = px + noise * rng.gaussian();
      x[2 * i + 1] = py + noise * rng.gaussian();
      labels[i] = label;
    }
    return classSamples(x, labels, 2, 2);
  };
}

/** The four corners of the unit square under a truth table (00, 01, 10, 11). */
function gate(name: string, truth: readonly (0 | 1)[]): ToyData {
  const corners = Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1);
  const domain: DataSet['domain'] = [
    [-0.5, 1.5],
    [-0.5, 1.5],
  ];
  return {
    ...{ name, task: 'classes', domain },
    draw: (_, noise, { gaussian }) =>
      classSamples(
        corners.map((c) => c + noise * gaussian()),
        Uint8Array.from(truth),
        2,
        2,
      ),
  };
}

/** A set is one entry here. Sizes are about 1, so that one learning rate and one init suit them all. */
export const toyData = {
  spirals: {
    ...{ name: 'Two spirals', task: 'classes', domain: square(1.3) },
    // One and a half turns; the arms are 2/3 of a unit of radius apart at most.
    draw: twoCurves((t, label) => {
      const angle = 3 * Math.PI * Math.sqrt(t) + label * Math.PI;
      const radius = 0.08 + Math.sqrt(t);
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    }),
  },
  moons: {
    ...{ name: 'Two moons', task: 'classes', domain: square(1.8) },
    // scikit-learn's make_moons, moved to the middle.
    draw: twoCurves((t, label) => {
      const angle = Math.PI * t;
      return label === 0
        ? [Math.cos(angle) - 0.5, Math.sin(angle) - 0.25]
        : [0.5 - Math.cos(angle), 0.25 - Math.sin(angle)];
    }),
  },
  circles: {
    ...{ name: 'Circles', task: 'classes', domain: square(1.4) },
    draw: twoCurves((t, label) => {
      const radius = label === 0 ? 1 : 0.45;
      return [radius * Math.cos(2 * Math.PI * t), radius * Math.sin(2 * Math.PI * t)];
    }),
  },
  xor: gate('XOR', [0, 1, 1, 0]),
  and: gate('AND', [0, 0, 0, 1]),
  or: gate('OR', [0, 1, 1, 1]),
  nand: gate('NAND', [1, 1, 1, 0]),
  wave: {
    ...{ name: 'Wave', task: 'values', domain: [[-1.2, 1.2]] },
    // One input: a sine that a straight line cannot follow.
    draw(count, noise, rng) {
      const x = Float64Array.from({ length: count }, (_, i) => -1 + (2 * (i + 0.5)) / count);
      return valueSamples(
        x,
        x.map((v) => Math.sin(Math.PI * 1.5 * v) * 0.8 + noise * rng.gaussian()),
        1,
        1,
      );
    },
  },
} as const satisfies Readonly<Record<string, ToyData>>;

export type ToyDataId = keyof typeof toyData;
export const toyDataIds = Object.keys(toyData) as ToyDataId[];

/** Training and test samples, each from a stream of its own. */
export function drawData({ id, count, noise, seed }: DataSpec): DataSet {
  const { task, domain, draw }: ToyData = toyData[id];
  return {
    ...{ task, domain },
    train: draw(count, noise, createRng(seed, 'data', id, 'train')),
    test: draw(count, noise, createRng(seed, 'data', id, 'test')),
  };
}
