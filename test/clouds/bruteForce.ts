import type { Points } from '../../src/clouds/types.ts';

/** Indices and squared distances of all points, ascending by distance, then index: what a k-d tree must agree with, bit for bit. */
export function byDistance(points: Points, x: number, y: number, z: number): { index: number; distanceSq: number }[] {
  return Array.from({ length: points.length / 3 }, (_, index) => {
    const dx = points[3 * index]! - x;
    const dy = points[3 * index + 1]! - y;
    const dz = points[3 * index + 2]! - z;
    return { index, distanceSq: dx * dx + dy * dy + dz * dz };
  }).sort((a, b) => a.distanceSq - b.distanceSq || a.index - b.index);
}
