import type { Crop } from '../crop.ts';

/** What one pixel of the result takes from a row (or column) of the source: `weights[k]` of source pixel `first + k`. */
export interface Taken {
  readonly first: number;
  readonly weights: Float64Array;
}

/**
 * For each of `size` pixels of the result, what it takes along one axis of a source of `length` pixels under the map p ↦ scale · p + shift. Made smaller: the mean
 * over the area that the pixel covers. Made larger: linear between the middles of pixels. What lies outside the source has no weight.
 */
export function takenAlong(length: number, size: number, scale: number, shift: number): Taken[] {
  return Array.from({ length: size }, (_, j) => {
    const from = (j - shift) / scale;
    const to = (j + 1 - shift) / scale;
    if (scale <= 1) return areaOf(from, to, length);
    const middle = (from + to) / 2 - 0.5;
    const left = Math.floor(middle);
    return clipped(left, [1 - (middle - left), middle - left], length);
  });
}

function areaOf(from: number, to: number, length: number): Taken {
  const first = Math.floor(from);
  const last = Math.ceil(to);
  const weights: number[] = [];
  for (let i = first; i < last; i++) weights.push((Math.min(i + 1, to) - Math.max(i, from)) / (to - from));
  return clipped(first, weights, length);
}

function clipped(first: number, weights: readonly number[], length: number): Taken {
  const begin = Math.max(0, -first);
  const end = Math.max(begin, Math.min(weights.length, length - first));
  return { first: first + begin, weights: Float64Array.from(weights.slice(begin, end)) };
}

/** `valueAt(place)` of a source of width × height under `crop`, size × size, row by row. */
export function resampled(
  valueAt: (place: number) => number,
  width: number,
  height: number,
  size: number,
  { scale, x, y }: Crop,
): Float64Array {
  const columns = takenAlong(width, size, scale, x);
  const rows = takenAlong(height, size, scale, y);
  const out = new Float64Array(size * size);
  rows.forEach((row, v) => {
    row.weights.forEach((rowWeight, i) => {
      const start = (row.first + i) * width;
      for (let u = 0; u < size; u++) {
        const { first, weights } = columns[u]!;
        let sum = 0;
        for (let k = 0; k < weights.length; k++) sum += weights[k]! * valueAt(start + first + k);
        out[v * size + u]! += rowWeight * sum;
      }
    });
  });
  return out;
}
