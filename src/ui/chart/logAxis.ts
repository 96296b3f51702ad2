/** A logarithmic axis of whole decades, 10^low … 10^high. */
export interface LogAxis {
  readonly low: number;
  readonly high: number;
  /** Some value lies at or below 10^low (a minimum reached exactly has no logarithm) and is drawn there. */
  readonly below: boolean;
  /** Some value lies above 10^high and is drawn there. */
  readonly above: boolean;
}

/** Decades that one axis shows at most: the digits of float64. */
const MOST_DECADES = 16;
/** A run that climbs by more than this many decades over the starts is cut: the others would be one flat line. */
const CLIMB = 3;

function largest(values: Iterable<number>): number {
  let found = 0;
  for (const value of values) if (value > found && value < Infinity) found = value;
  return found;
}

/**
 * The decades that hold `series` (each a run's f − f_min, say, its start first). Values that are not positive do not stretch it;
 * neither does a divergence beyond `CLIMB` decades.
 */
export function logAxisFor(series: readonly ArrayLike<number>[]): LogAxis {
  const starts = largest(series.map((values) => Array.from(values).find(Number.isFinite) ?? 0));
  const cap = starts > 0 ? starts * 10 ** CLIMB : Infinity;
  let top = 0;
  let bottom = Infinity;
  let beyond = false;
  for (const values of series) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (value > cap) beyond = true;
      if (value > top) top = Math.min(value, cap);
      if (value > 0 && value < bottom) bottom = value;
    }
  }
  if (top === 0) return { low: -1, high: 1, below: series.length > 0, above: false };
  const high = Math.ceil(Math.log10(top) - 1e-9);
  const low = Math.min(Math.max(Math.floor(Math.log10(bottom) + 1e-9), high - MOST_DECADES), high - 1);
  const floor = 10 ** low;
  let below = false;
  for (const values of series) for (let i = 0; i < values.length; i++) below ||= (values[i] as number) < floor;
  return { low, high, below, above: beyond };
}

/** Exponents to label: at most `most`, evenly spaced from the lowest; the highest too where values pile up at it. */
export function decadeTicks({ low, high, above }: LogAxis, most: number): number[] {
  const every = Math.max(1, Math.ceil((high - low) / Math.max(most - 1, 1)));
  const ticks: number[] = [];
  for (let exponent = low; exponent <= high; exponent += every) ticks.push(exponent);
  const last = ticks.at(-1);
  if (above && last !== undefined && last !== high) {
    // Too close to the last one for both.
    if (high - last < every * 0.7 && ticks.length > 1) ticks.pop();
    ticks.push(high);
  }
  return ticks;
}

/** Where a value stands on the axis, 0 at its foot and 1 at its head; what lies beyond stands on them. */
export function heightOn({ low, high }: LogAxis, value: number): number {
  const exponent = value > 0 ? Math.log10(value) : -Infinity;
  return (Math.min(Math.max(exponent, low), high) - low) / (high - low);
}
