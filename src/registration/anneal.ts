import type { Annealed } from './types.ts';

/** A length that stays. */
export function fixed(length: number): Annealed {
  return { from: length, to: length, factor: 1 };
}

/** The length at an iteration: from · factorⁱ, never below `to`; exactly `to` once it has arrived. */
export function annealed({ from, to, factor }: Annealed, iteration: number): number {
  return Math.max(to, from * factor ** iteration);
}

/** Whether the length (null: there is none) has come down to where it stays: before that, a run has not converged. */
export function hasArrived(length: Annealed | null, iteration: number): boolean {
  return length === null || annealed(length, iteration) <= length.to;
}
