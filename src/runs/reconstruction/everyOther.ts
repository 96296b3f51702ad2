import type { Points } from '../../clouds/types.ts';

/** The points at even (0) or odd (1) places: two samples of one surface, each half as large. */
export function everyOther(points: Points, first: 0 | 1): Points {
  const half = new Float64Array(3 * Math.floor(points.length / 6));
  for (let i = 0; i < half.length / 3; i++) {
    for (let k = 0; k < 3; k++) half[3 * i + k] = points[3 * (2 * i + first) + k]!;
  }
  return half;
}
