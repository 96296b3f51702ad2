import { createRng } from '../../math/rng.ts';
import { ruleOf } from '../../optimizers/index.ts';
import { createStepper } from '../../optimizers/stepper.ts';
import { createNetwork, type Batch } from '../network.ts';
import type { NetworkSpec } from '../types.ts';

/** Writes the weights at t ∈ [0, 1] into `out`. */
export type Path = (t: number, out: Float64Array) => Float64Array;

export const straight =
  (a: ArrayLike<number>, b: ArrayLike<number>): Path =>
  (t, out) => {
    for (let i = 0; i < out.length; i++) out[i] = (1 - t) * a[i]! + t * b[i]!;
    return out;
  };

/** The quadratic Bézier curve from a to b, drawn towards `control`. */
export const bezier =
  (a: ArrayLike<number>, control: ArrayLike<number>, b: ArrayLike<number>): Path =>
  (t, out) => {
    const [first, middle, last] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    for (let i = 0; i < out.length; i++) out[i] = first * a[i]! + middle * control[i]! + last * b[i]!;
    return out;
  };

export interface CurveOptions {
  /** Updates in all. */
  readonly steps: number;
  /** Adam's. */
  readonly lr: number;
  readonly seed: number;
  /** Places on the curve that an update sees, one in each of as many equal parts of it. */
  readonly draws?: number;
}

export interface CurveTraining {
  /** The control point as it is now: begins half way between the ends. */
  readonly control: Float64Array;
  readonly done: number;
  /** One update; false once all are made. */
  step(): boolean;
}

/**
 * Finds a way between two trained nets along which the loss stays low (Garipov et al. 2018, "Loss Surfaces, Mode Connectivity, and Fast Ensembling of DNNs", §3): the control point
 * moves down the mean loss over the curve, t uniform; ∂/∂control is 2t(1 − t) times the gradient at the curve's point. All samples, nothing dropped, no decay.
 */
export function createCurve(
  spec: NetworkSpec,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  batch: Batch,
  { steps, lr, seed, draws = 8 }: CurveOptions,
): CurveTraining {
  const network = dataLoss(spec);
  const { size } = network.layout;
  const control = straight(a, b)(0.5, new Float64Array(size));
  const curve = bezier(a, control, b);
  const [point, gradient, mean] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const rule = ruleOf('adam', 'torch');
  const stepper = createStepper(rule, { ...defaults, lr }, size);
  let done = 0;
  return {
    control,
    get done() {
      return done;
    },
    step() {
      if (done >= steps) return false;
      const { uniform } = createRng(seed, 'curve', done);
      mean.fill(0);
      for (let k = 0; k < draws; k++) {
        const t = (k + uniform()) / draws;
        network.lossAndGradient(curve(t, point), batch, gradient);
        const factor = (2 * t * (1 - t)) / draws;
        for (let i = 0; i < size; i++) mean[i]! += factor * gradient[i]!;
      }
      stepper(control, mean);
      return ++done < steps;
    },
  };
}

const defaults = { beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0 };

/** Losses at `count` places of a path, its ends included. With batch normalization by the batch's own statistics: none fit all of a path (Garipov et al. compute them anew, too). */
export function lossesAlong(spec: NetworkSpec, path: Path, batch: Batch, count: number): Float64Array {
  const network = dataLoss(spec);
  const [point, gradient] = [new Float64Array(network.layout.size), new Float64Array(network.layout.size)];
  return Float64Array.from({ length: count }, (_, i) =>
    network.lossAndGradient(path(i / (count - 1), point), batch, gradient),
  );
}

const dataLoss = (spec: NetworkSpec) => createNetwork({ ...spec, dropout: 0, decay: 0 });
