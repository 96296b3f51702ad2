import type { Points } from '../../clouds/types.ts';

/** The same points by x, then y, then z: however a cloud was listed, what follows from this is the same to the bit. */
export function inOrder(points: Points): Points {
  const order = Uint32Array.from({ length: points.length / 3 }, (_, i) => i).sort(
    (i, j) =>
      points[3 * i]! - points[3 * j]! ||
      points[3 * i + 1]! - points[3 * j + 1]! ||
      points[3 * i + 2]! - points[3 * j + 2]!,
  );
  const sorted = new Float64Array(points.length);
  order.forEach((i, k) => sorted.set(points.subarray(3 * i, 3 * i + 3), 3 * k));
  return sorted;
}
