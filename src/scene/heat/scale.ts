/** What runs of a map's cells came to, row by row: NaN at the start where it is not yet known, NaN at the end where it diverged. */
export interface Ends {
  readonly loss: Float64Array;
  readonly first: Float64Array;
}

/** What became of a cell: `on` the ramp, above where it began or never converged (`off`), diverged (`gone`), or not yet known. */
export type Fate = 'on' | 'off' | 'gone' | 'unknown';

export interface HeatScale {
  /** The numbers at the ends of the ramp: f, or updates. */
  readonly low: number;
  readonly high: number;
  /** In the ramp, 0 … 1, of a cell that is `on` it. */
  at(cell: number): number;
  fate(cell: number): Fate;
}

/** Of f counts what it is above its floor, by powers of ten: to the last digits that float64 has beside the start's. */
const DIGITS = 1e-15;

export function lossScale({ loss, first }: Ends, floor: number): HeatScale {
  let [least, most] = [Infinity, 0];
  for (let i = 0; i < loss.length; i++) {
    const [end, start] = [loss[i]! - floor, first[i]! - floor];
    if (end > 0 && end < least) least = end;
    if (start > most && start < Infinity) most = start;
  }
  const low = Math.min(Math.max(least, DIGITS * most), most);
  const span = Math.log(most / low) || 1;
  return {
    low: floor + low,
    high: floor + most,
    at: (cell) => clamp(Math.log((loss[cell]! - floor) / low) / span),
    fate: (cell) => {
      if (Number.isNaN(first[cell]!)) return 'unknown';
      if (Number.isNaN(loss[cell]!)) return 'gone';
      return loss[cell]! > first[cell]! ? 'off' : 'on';
    },
  };
}

export function stepsScale({ loss, first, converged }: Ends & { readonly converged: Float64Array }): HeatScale {
  let [low, high] = [Infinity, 1];
  for (const steps of converged) {
    if (steps < low) low = steps;
    if (steps > high) high = steps;
  }
  low = Math.max(Math.min(low, high), 1);
  const span = Math.log(high / low) || 1;
  return {
    low,
    high,
    at: (cell) => clamp(Math.log(Math.max(converged[cell]!, 1) / low) / span),
    fate: (cell) => {
      if (Number.isNaN(first[cell]!)) return 'unknown';
      if (Number.isNaN(loss[cell]!)) return 'gone';
      return Number.isNaN(converged[cell]!) ? 'off' : 'on';
    },
  };
}

/** Below its floor (a minimum reached to the last digit) a value has no logarithm: it is at the foot. */
const clamp = (along: number) => (along > 0 ? Math.min(along, 1) : 0);

/** The cell whose value is the least; −1 where none has one. */
export function bestCell(values: Float64Array): number {
  let best = -1;
  for (let i = 0; i < values.length; i++) if (values[i]! < (best < 0 ? Infinity : values[best]!)) best = i;
  return best;
}
