import { SdmError } from './errors.ts';
import type { ScalarFunction } from './functions.ts';

/** What maps are learned for and from. */
export interface Lesson {
  readonly h: ScalarFunction;
  /** y. */
  readonly target: number;
  /** x*, which the learner is told. */
  readonly answer: number;
  readonly starts: Float64Array;
  readonly lambda: number;
  /** K. */
  readonly maps: number;
}

/**
 * K descent maps, 2 × K: slope rₖ and bias bₖ, each learned where the maps before it have taken the starts:
 *
 *     rₖ, bₖ = argmin Σᵢ (x* − xₖⁱ − r (h(xₖⁱ) − y) − b)² + λ r²,   xₖ₊₁ⁱ = xₖⁱ + rₖ (h(xₖⁱ) − y) + bₖ
 *
 * (Xiong & De la Torre, CVPR 2013, section 3: Δx = R φ + b, learned one after another by linear least squares; here φ = h(x) − y, and λ is the
 * ridge that implementations add.) The bias is not punished, so shifting φ changes no path; for NumPy's `lstsq` the ridge is one more row (√λ, 0)
 * with the answer 0. Where λ is 0 and h the same at all starts, the slope is 0, as it is for every λ above. Throws SdmError where a map takes a start to where h is no finite number.
 */
export function learnMaps({ h, target, answer, starts, lambda, maps }: Lesson): Float64Array<ArrayBuffer> {
  const learned = new Float64Array(2 * maps);
  const x = Float64Array.from(starts);
  const feature = new Float64Array(x.length);
  for (let k = 0; k < maps; k++) {
    for (let i = 0; i < x.length; i++) {
      feature[i] = h.value(x[i]!) - target;
      if (!Number.isFinite(feature[i])) throw lostAt(x[i]!, k);
    }
    const [slope, bias] = ridgeLine(
      feature,
      x.map((xi) => answer - xi),
      lambda,
    );
    learned.set([slope, bias], 2 * k);
    for (let i = 0; i < x.length; i++) x[i]! += slope * feature[i]! + bias;
  }
  return learned;
}

/** Before the first map nothing has thrown it there. */
function lostAt(x: number, map: number): SdmError {
  return map === 0 ? new SdmError('not-finite', { x }) : new SdmError('lost', { x, map });
}

/** The line through (u, v) of least Σ (v − r u − b)² + λ r². About the means, where r and b part. */
function ridgeLine(u: Float64Array, v: Float64Array, lambda: number): readonly [slope: number, bias: number] {
  const [meanU, meanV] = [mean(u), mean(v)];
  let [uu, uv] = [0, 0];
  for (let i = 0; i < u.length; i++) {
    const d = u[i]! - meanU;
    uu += d * d;
    uv += d * (v[i]! - meanV);
  }
  const denominator = uu + lambda;
  const slope = denominator === 0 ? 0 : uv / denominator;
  return [slope, meanV - slope * meanU];
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
