/** The part of the points whose colours tell them apart; the few beyond share the last one. */
const PART = 0.95;
/** Ends of the ramp, in hundredths of a power of ten: its ticks end there, too. */
const ENDS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10] as const;
/** Below it answers are as good as one. */
const LEAST = 0.01;

/** Distance, in longest edges of the object, at the upper end of the ramp: the values' 95th percentile, rounded up. */
export function spreadLimit(values: readonly ArrayLike<number>[]): number {
  const sorted = Float64Array.from(values.flatMap((part) => Array.from(part))).sort();
  const high = Math.max(sorted[Math.ceil(PART * (sorted.length - 1))] ?? 0, LEAST);
  const power = 10 ** Math.floor(Math.log10(high));
  return power * (ENDS.find((end) => end * power >= high * (1 - 1e-9)) ?? 10);
}
