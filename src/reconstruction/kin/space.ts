import type { Weights } from '../network/weights.ts';

/** Axes that are kept of the many of a feature: those along which the training's features vary most. */
export const AXES = 32;

/** Principal axes of a stretch of the training's features, each with a measure of its own. */
export interface Space {
  /** Where in a feature the stretch begins. */
  readonly from: number;
  readonly mean: Float32Array;
  /** What each number is multiplied by before all else. */
  readonly units: Float32Array;
  /** 32 × length, orthonormal rows, by falling variance. */
  readonly axes: Float32Array;
  /** 32 + 1: what a step along each axis counts for in a distance, and a step away from all of them. */
  readonly scales: Float32Array;
}

export interface Place {
  /** 32 coordinates along the axes, scaled. */
  readonly along: Float64Array<ArrayBuffer>;
  /** What the axes leave of the feature: its distance from their space, scaled. */
  readonly beyond: number;
}

/** How long the stretch is, the file says. */
export function readSpace(weights: Weights, name: string, from: number): Space {
  const [length = 0] = weights.shape(`${name}.mean`);
  return {
    from,
    mean: weights.tensor(`${name}.mean`, [length]),
    units: weights.tensor(`${name}.units`, [length]),
    axes: weights.tensor(`${name}.axes`, [AXES, length]),
    scales: weights.tensor(`${name}.scales`, [AXES + 1]),
  };
}

export function placeIn({ from, mean, units, axes, scales }: Space, feature: ArrayLike<number>): Place {
  const length = mean.length;
  if (feature.length < from + length)
    throw new RangeError(`a feature has ${from + length} numbers or more, not ${feature.length}`);
  const along = new Float64Array(AXES);
  const rest = Float64Array.from({ length }, (_, i) => (feature[from + i]! - mean[i]!) * units[i]!);
  for (let axis = 0; axis < AXES; axis++) {
    // Off the rest, not off the feature: the axes were rounded to halves and are orthogonal only nearly.
    let sum = 0;
    for (let i = 0; i < length; i++) sum += axes[axis * length + i]! * rest[i]!;
    for (let i = 0; i < length; i++) rest[i]! -= sum * axes[axis * length + i]!;
    along[axis] = sum * scales[axis]!;
  }
  return { along, beyond: Math.sqrt(rest.reduce((sum, value) => sum + value * value, 0)) * scales[AXES]! };
}

/** Between what is `along` two places; `from` is where the second one's 32 numbers begin. */
export function distanceSq(a: Float64Array, b: ArrayLike<number>, from: number): number {
  let sum = 0;
  for (let i = 0; i < AXES; i++) {
    const difference = a[i]! - b[from + i]!;
    sum += difference * difference;
  }
  return sum;
}
