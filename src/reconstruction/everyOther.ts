import type { Points } from '../clouds/types.ts';

/** The points at places `first`, `first` + 2 …: of a sample's points, one of two independent samples of its surface. */
export function everyOther(points: Points, first: 0 | 1): Points {
  const out = new Float64Array(3 * Math.floor((points.length / 3 + 1 - first) / 2));
  for (let i = 0; i < out.length; i += 3) {
    const at = 2 * i + 3 * first;
    for (let k = 0; k < 3; k++) out[i + k] = points[at + k]!;
  }
  return out;
}
