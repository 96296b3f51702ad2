import type { Points } from '../../clouds/types.ts';
import { createRng } from '../../math/rng.ts';
import { inOrder } from './inOrder.ts';

/**
 * `count` of the points, drawn without replacement, in the order in which they are drawn; the cloud itself where it has no more. How the cloud was listed is no matter: the
 * draw is from its points in order. So a cloud and its own copy lose the same points, and every second point of what is left is a fair sample, too.
 */
export function resample(points: Points, count: number, seed: number): Points {
  const n = points.length / 3;
  if (count >= n) return points;
  const sorted = inOrder(points);
  const rng = createRng(seed, 'resample', n, count);
  // The first `count` places of a shuffle (Fisher–Yates).
  const places = Int32Array.from({ length: n }, (_, i) => i);
  const picked = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    const j = i + rng.integer(n - i);
    const place = places[j]!;
    places[j] = places[i]!;
    picked.set(sorted.subarray(3 * place, 3 * place + 3), 3 * i);
  }
  return picked;
}
