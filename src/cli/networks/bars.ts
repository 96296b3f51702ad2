const heights = ' ▁▂▃▄▅▆▇█';

/** Shares as a line of bars, the largest full; what is not nothing is seen. */
export function bars(shares: ArrayLike<number>): string {
  const values = Array.from(shares);
  const most = Math.max(...values);
  return values.map((share) => (share > 0 ? heights[Math.max(1, Math.round((8 * share) / most))]! : ' ')).join('');
}
