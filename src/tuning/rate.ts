/** What is left of f − f_min for a fit, of what there was at the start: below it float64 has no digits of it. */
const DIGITS = 1e-24;
/** A fit takes in the last so much of what is left: the slowest direction has to have outlasted the others. */
const TAIL = 0.5;
/** Fewer rows say no rate. */
const FEWEST = 8;

/**
 * By what an update multiplies the distance from the minimum, in the long run: the slope of ½ log (f − floor) over the last half of its rows. NaN where there are too few, or where
 * the run never comes near.
 */
export function fittedRate(f: ArrayLike<number>, floor: number): number {
  const first = (f[0] ?? NaN) - floor;
  let end = 0;
  while (end < f.length && f[end]! - floor > DIGITS * first) end++;
  const begin = Math.floor(end * TAIL);
  const n = end - begin;
  if (n < FEWEST || !(first > 0)) return NaN;
  let [sum, sums] = [0, 0];
  const middle = (n - 1) / 2;
  for (let i = 0; i < n; i++) {
    sum += (i - middle) * Math.log(f[begin + i]! - floor);
    sums += (i - middle) ** 2;
  }
  return Math.exp(sum / sums / 2);
}
