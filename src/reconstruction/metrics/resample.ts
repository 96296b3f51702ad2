import type { Points } from '../../clouds/types.ts';
import { createRng } from '../../math/rng.ts';

/**
 * `count` of the points, drawn without replacement, in the order in which they stand; the cloud itself where it has no more. Clouds of one
 * size lose the same places, so a cloud and its own copy stay alike.
 */
export function resample(points: Points, count: number, seed: number): Points {
  const n = points.length / 3;
  if (count >= n) return points;
  const rng = createRng(seed, 'resample', n, count);
  // The first `count` places of a shuffle (Fisher–Yates).
  const places = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const j = i + rng.integer(n - i);
    const swap = places[i]!;
    places[i] = places[j]!;
    places[j] = swap;
  }
  const picked = new Float64Array(3 * count);
  places
    .subarray(0, count)
    .sort()
    .forEach((place, i) => picked.set(points.subarray(3 * place, 3 * place + 3), 3 * i));
  return picked;
}
