import type { OptimizerRecord } from '../optimizers/record.ts';

/** What a run came to. */
export interface Outcome {
  /** f at its end; NaN where it diverged, or had no f to begin with. */
  readonly loss: number;
  /** f at its start. */
  readonly first: number;
  /** The update from which on it stays converged; NaN where it does not end so, or no floor is known. */
  readonly converged: number;
}

/** Converged: a thousandth is left of what f was above its floor at the start. */
const LEFT = 1e-3;

/** `floor`: the least f there is; null where nobody knows it. */
export function outcomeOf({ f, count, divergedAt }: OptimizerRecord, floor: number | null): Outcome {
  const first = count > 0 ? f[0]! : NaN;
  if (divergedAt !== null) return { loss: NaN, first, converged: NaN };
  return { loss: f[count - 1]!, first, converged: floor === null ? NaN : convergedFrom(f, first, floor) };
}

function convergedFrom(f: Float64Array, first: number, floor: number): number {
  const level = floor + LEFT * (first - floor);
  // Backwards: one that only swings through is not there yet.
  let row = f.length;
  while (row > 0 && f[row - 1]! <= level) row--;
  return row < f.length ? row : NaN;
}
