import type { Points } from '../../clouds/types.ts';

/** Beyond it squares and their sums would overflow, and an auction with infinite prices would never end. */
const LARGEST = 1e150;

/** RangeError where a cloud has no point, no whole points or a coordinate that is no number within ±1e150: its figures would mean nothing. */
export function checkCloud(points: Points, name: string): void {
  if (points.length === 0) throw new RangeError(`${name} has no points to compare`);
  if (points.length % 3 !== 0)
    throw new RangeError(`${name} has ${points.length} coordinates, which is no multiple of 3`);
  for (let i = 0; i < points.length; i++) {
    // Not `>`: NaN must fail.
    if (!(Math.abs(points[i]!) <= LARGEST)) {
      throw new RangeError(`point ${Math.floor(i / 3)} of ${name} has the coordinate ${points[i]}: leave it out`);
    }
  }
}

/** RangeError unless both are clouds of one size; that size. */
export function checkSameSize(a: Points, b: Points): number {
  checkCloud(a, 'cloud A');
  checkCloud(b, 'cloud B');
  if (a.length !== b.length) {
    throw new RangeError(
      `a bijection needs equal sizes: cloud A has ${a.length / 3} points, B ${b.length / 3}; resample`,
    );
  }
  return a.length / 3;
}
