import { cos } from '../math/portable.ts';
import { createRng } from '../math/rng.ts';
import { ruleOf } from '../optimizers/index.ts';
import { createStepper } from '../optimizers/stepper.ts';
import type { Semantics } from '../optimizers/types.ts';
import { defaultsOf, type ParamValues } from '../params/spec.ts';
import { drawBatch, toyDistributions, type ToyDistributionId } from './distributions.ts';
import type { LossId } from './ids.ts';
import { meanLoss } from './loss.ts';

/** The spec is the run's identity. */
export interface MeanShapeSpec {
  readonly distribution: ToyDistributionId;
  readonly loss: LossId;
  /** Of the answer, and of every shape. */
  readonly points: number;
  /** Shapes a step. */
  readonly batch: number;
  readonly steps: number;
  readonly seed: number;
  readonly optimizer: string;
  readonly semantics: Semantics;
  /** Every parameter of the rule; its lr falls along a half cosine to 0, so that the last points are at rest. */
  readonly params: ParamValues;
}

/** Row i is the answer after i updates; steps + 1 rows, fewer where the run diverged. */
export interface MeanShapeRecord {
  readonly spec: MeanShapeSpec;
  readonly count: number;
  /** count: of row i on the shapes that update i + 1 sees. */
  readonly loss: Float64Array<ArrayBuffer>;
  /** count × points × 2: x, y. */
  readonly points: Float32Array<ArrayBuffer>;
}

/** What the scene begins with: 64 points where every step solves assignments, 256 where it does not; Adam at 0.05. */
export function meanShapeSpec(distribution: ToyDistributionId, loss: LossId, seed = 1): MeanShapeSpec {
  const params = { ...defaultsOf(ruleOf('adam', 'torch').params), lr: 0.05 };
  const points = loss === 'emd' ? 64 : 256;
  return { distribution, loss, points, batch: 8, steps: 300, seed, optimizer: 'adam', semantics: 'torch', params };
}

/** Half edge of the square in which the answer's points begin, uniform. */
const START = 1;

/** A coordinate beyond which a run has diverged: float32 must hold it. */
const DIVERGED_BEYOND = 1e30;

/**
 * The mean shape of the paper's toy (Fan, Su, Guibas 2017, eq. 3): the points whose expected loss against a random shape is least, by an optimizer of this
 * app, every coordinate of every point one of its coordinates, on fresh seeded shapes at each step. `onRow` hears of every finished row; what it throws
 * ends the run. Throws an Error for an optimizer, semantics or parameter there is not.
 */
export function meanShape(spec: MeanShapeSpec, onRow?: (record: MeanShapeRecord) => void): MeanShapeRecord {
  const { distribution, loss: lossId, points: n, batch, steps, seed, optimizer, semantics, params } = spec;
  const step = createStepper(ruleOf(optimizer, semantics), params, 2 * n);
  const start = createRng(seed, 'toy', 'start');
  const x = Float64Array.from({ length: 2 * n }, () => start.between(-START, START));
  const gradient = new Float64Array(2 * n);
  const loss = new Float64Array(steps + 1);
  const points = new Float32Array((steps + 1) * 2 * n);
  for (let row = 0; row <= steps; row++) {
    const shapes = drawBatch(toyDistributions[distribution], batch, n, createRng(seed, 'toy', distribution, row));
    // Not `>`: NaN must fail.
    if (!x.every((value) => Math.abs(value) <= DIVERGED_BEYOND)) {
      return { spec, count: row, loss: loss.slice(0, row), points: points.slice(0, row * 2 * n) };
    }
    loss[row] = meanLoss(lossId, x, shapes, gradient);
    points.set(x, row * 2 * n);
    onRow?.({ spec, count: row + 1, loss, points });
    if (row < steps) step(x, gradient, (1 + cos((Math.PI * row) / steps)) / 2);
  }
  return { spec, count: steps + 1, loss, points };
}
