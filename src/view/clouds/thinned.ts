import type { Points } from '../../clouds/types.ts';

/** More dots than this are no clearer picture, and a software rasteriser holds the page for seconds to take them. */
const MOST = 250_000;

/** At most `most` points, every n-th: the same array where it has no more. For drawing alone. */
export function thinned(points: Points, most = MOST): Points {
  const count = points.length / 3;
  if (count <= most) return points;
  const stride = Math.ceil(count / most);
  const kept = new Float64Array(3 * Math.ceil(count / stride));
  for (let i = 0, at = 0; i < count; i += stride, at += 3) kept.set(points.subarray(3 * i, 3 * i + 3), at);
  return kept;
}
