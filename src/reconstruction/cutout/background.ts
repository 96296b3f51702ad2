import { solveSymmetric6 } from '../../math/linear.ts';
import type { RgbaImage } from './types.ts';

/** 1, x, y, x², xy, y²: a plain wall, a gradient, a lamp's glow. */
const TERMS = 6;
const ROUNDS = 6;

/** A smooth background, seen at the picture's border: a quadratic in x and y for each colour. */
export interface Background {
  /** 3 × 6 coefficients. */
  readonly coefficients: Float64Array;
  /** Robust standard deviation of the border's pixels from it, 0 … 255 units. */
  readonly spread: number;
  /** The colour expected at a pixel, written to `out` (3). */
  at(x: number, y: number, out: Float64Array): void;
}

/** Fitted to a ring along the border; what of the ring is an object cut off by the border is left out round by round. */
export function fitBackground({ data, width, height }: RgbaImage): Background {
  const ring = ringOf(width, height);
  const weights = new Float64Array(ring.length).fill(1);
  const coefficients = new Float64Array(3 * TERMS);
  const residual = new Float64Array(ring.length);
  const basis = new Float64Array(TERMS);
  let spread = 0;
  // The first guess is the ring's median, so that an object at the border cannot bend the surface.
  for (let c = 0; c < 3; c++) coefficients[c * TERMS] = median(Float64Array.from(ring, (at) => data[4 * at + c]!));
  for (let round = 0; round <= ROUNDS; round++) {
    ring.forEach((at, i) => {
      basisAt(at % width, Math.floor(at / width), width, height, basis);
      let worst = 0;
      for (let c = 0; c < 3; c++) {
        let value = 0;
        for (let k = 0; k < TERMS; k++) value += coefficients[c * TERMS + k]! * basis[k]!;
        worst = Math.max(worst, Math.abs(data[4 * at + c]! - value));
      }
      residual[i] = worst;
    });
    spread = 1.4826 * median(residual);
    if (round === ROUNDS) break;
    // Tukey's biweight; wide at first, for a gradient is far from its median at both ends.
    const reach = Math.max(6, (round === 0 ? 6 : 4) * spread);
    for (let i = 0; i < ring.length; i++) {
      const u = residual[i]! / reach;
      weights[i] = u < 1 ? (1 - u * u) ** 2 : 0;
    }
    for (let c = 0; c < 3; c++) {
      const fitted = fit(ring, weights, (at) => data[4 * at + c]!, width, height);
      coefficients.set(fitted, c * TERMS);
    }
  }
  const scratch = new Float64Array(TERMS);
  return {
    coefficients,
    spread,
    at(x, y, out) {
      basisAt(x, y, width, height, scratch);
      for (let c = 0; c < 3; c++) {
        let value = 0;
        for (let k = 0; k < TERMS; k++) value += coefficients[c * TERMS + k]! * scratch[k]!;
        out[c] = value;
      }
    },
  };
}

/** Places of the pixels within 2 % of the border, some thousands at most. */
export function ringOf(width: number, height: number): number[] {
  const depth = Math.max(1, Math.round(0.02 * Math.min(width, height)));
  const all: number[] = [];
  for (let y = 0; y < height; y++) {
    const whole = y < depth || y >= height - depth;
    for (let x = 0; x < width; x++) {
      if (whole || x < depth || x >= width - depth) all.push(y * width + x);
      else x = width - depth - 1;
    }
  }
  const every = Math.ceil(all.length / 4000);
  return all.filter((_, i) => i % every === 0);
}

function basisAt(x: number, y: number, width: number, height: number, out: Float64Array): void {
  const u = (2 * x + 1) / width - 1;
  const v = (2 * y + 1) / height - 1;
  out[0] = 1;
  out[1] = u;
  out[2] = v;
  out[3] = u * u;
  out[4] = u * v;
  out[5] = v * v;
}

/** Weighted least squares by the normal equations, with a little ridge: a ring says little about x² + y². */
function fit(
  ring: readonly number[],
  weights: Float64Array,
  valueAt: (at: number) => number,
  width: number,
  height: number,
): Float64Array {
  const matrix = new Float64Array(TERMS * TERMS);
  const right = new Float64Array(TERMS);
  const basis = new Float64Array(TERMS);
  ring.forEach((at, i) => {
    const w = weights[i]!;
    if (w === 0) return;
    basisAt(at % width, Math.floor(at / width), width, height, basis);
    const value = valueAt(at);
    for (let j = 0; j < TERMS; j++) {
      for (let k = 0; k < TERMS; k++) matrix[j * TERMS + k]! += w * basis[j]! * basis[k]!;
      right[j]! += w * basis[j]! * value;
    }
  });
  for (let j = 1; j < TERMS; j++) matrix[j * TERMS + j]! += 1e-3 * ring.length;
  matrix[0]! += 1e-9;
  const out = new Float64Array(TERMS);
  // The ridge keeps it definite: there always is a solution.
  solveSymmetric6(matrix, right, out);
  return out;
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  return sorted[sorted.length >> 1] ?? 0;
}
