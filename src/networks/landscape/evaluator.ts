import type { RunningStatistics } from '../batchNorm.ts';
import { layoutOf } from '../layout.ts';
import type { NetworkSpec, Samples } from '../types.ts';
import type { Plane } from './plane.ts';

/** Whose loss, over which plane, on which samples. */
export interface LandscapeProblem {
  readonly network: NetworkSpec;
  readonly plane: Plane;
  readonly samples: Samples;
  /**
   * The statistics that batch normalization uses, those of θ* for the whole plane: what inference would say of a net moved there without another pass over the data. (Batch
   * statistics would normalise most of the movement away.) Needed with batch normalization alone.
   */
  readonly running: readonly RunningStatistics[] | null;
}

/** Who computes, in which precision: the float64 reference, WebAssembly SIMD in float32, or a GPU.js kernel in float32. */
export type BackendId = 'float64' | 'simd' | 'gpu';

/** Mean losses in inference, without the decay's term, at points of a plane. */
export interface Evaluator {
  readonly backend: BackendId;
  /** Points it likes to get at once. */
  readonly batch: number;
  /** Writes the loss at (alpha[i], beta[i]) into out[i], for i < count. */
  evaluate(alpha: Float64Array, beta: Float64Array, out: Float64Array, count: number): void;
  dispose(): void;
}

/** Null: this problem is beyond that backend. */
export type Backend = (problem: LandscapeProblem) => Evaluator | null;

/** Three terms of something affine in (α, β): constant, along u, along v. */
export type Terms = readonly [Float64Array, Float64Array, Float64Array];

/**
 * The first layer is affine in the weights and they are affine in (α, β), so its values before the activation are z₀ + α z_u + β z_v: three products with the data, made once.
 * Each count × first width, samples in rows. Once for all evaluators of a problem: of images they take longer than a coarse picture.
 */
export function firstTerms(problem: LandscapeProblem): Terms {
  const made = known.get(problem) ?? makeTerms(problem);
  known.set(problem, made);
  return made;
}

const known = new WeakMap<LandscapeProblem, Terms>();

function makeTerms({ network, plane, samples }: LandscapeProblem): Terms {
  const { count, x } = samples;
  const { inputs, outputs, weights: at, biases } = layoutOf(network).layers[0]!;
  const product = (w: Float64Array) => {
    const z = new Float64Array(count * outputs);
    for (let i = 0, to = 0; i < count; i++) {
      for (let j = 0; j < outputs; j++, to++) {
        let sum = w[biases + j]!;
        for (let k = 0, xi = i * inputs, wj = at + j * inputs; k < inputs; k++) sum += x[xi + k]! * w[wj + k]!;
        z[to] = sum;
      }
    }
    return z;
  };
  return [product(plane.origin), product(plane.u), product(plane.v)];
}

/** Writes terms[0] + α terms[1] + β terms[2] into `out`, from index `from` on. */
export function combine(
  [constant, along, across]: Terms,
  alpha: number,
  beta: number,
  out: Float64Array | Float32Array,
  from = 0,
): void {
  for (let i = from; i < constant.length; i++) out[i] = constant[i]! + alpha * along[i]! + beta * across[i]!;
}
