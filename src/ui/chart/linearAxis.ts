import { tickIncrement, ticks } from 'd3-array';

/** A linear axis from `low` to `high`. */
export interface LinearAxis {
  readonly low: number;
  readonly high: number;
  /** Some value lies beyond the end and is drawn there. */
  readonly below: boolean;
  readonly above: boolean;
}

/** A line that climbs beyond so many times the largest start is cut: the others would be flat. */
const CLIMB = 10;

/**
 * The range that holds `series`, no further than `bounds`, or than some times the largest first value that is not 0 where none are given.
 * What is not a number does not stretch it.
 */
export function linearAxisFor(
  series: readonly ArrayLike<number>[],
  bounds: readonly [low: number, high: number] | null,
): LinearAxis {
  const all = series.flatMap((values) => Array.from(values).filter(Number.isFinite));
  const first = Math.max(
    0,
    ...series.map((values) => Math.abs(Array.from(values).find((v) => v !== 0 && Number.isFinite(v)) ?? 0)),
  );
  const [least, most] = bounds ?? [-CLIMB * first, CLIMB * first];
  const low = Math.max(
    all.reduce((a, b) => Math.min(a, b), Infinity),
    least,
  );
  const high = Math.min(
    all.reduce((a, b) => Math.max(a, b), -Infinity),
    most,
  );
  if (!(low <= high)) return { low: -1, high: 1, below: false, above: false };
  const room = high > low ? 0 : Math.max(Math.abs(low), 1) / 2;
  return {
    low: low - room,
    high: high + room,
    below: all.some((value) => value < low),
    above: all.some((value) => value > high),
  };
}

/** Round numbers in it, about `most` of them, and the decimals that tell them apart. */
export function linearTicks(
  { low, high }: LinearAxis,
  most: number,
): { readonly values: number[]; readonly decimals: number } {
  const count = Math.max(most, 2);
  const increment = tickIncrement(low, high, count);
  const step = increment > 0 ? increment : -1 / increment;
  return { values: ticks(low, high, count), decimals: Math.min(Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)), 15) };
}

/** Where a value stands on it: 0 at its foot, 1 at its head; what lies beyond stands on them. NaN for what is no number. */
export function heightOnLinear({ low, high }: LinearAxis, value: number): number {
  return (Math.min(Math.max(value, low), high) - low) / (high - low);
}
