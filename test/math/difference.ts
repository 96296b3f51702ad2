/** Largest |a − b|; Infinity where they differ in length, NaN (which no bound accepts) where one of the numbers is NaN. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  return Math.max(0, ...Array.from(a, (value, i) => Math.abs(value - b[i]!)));
}
