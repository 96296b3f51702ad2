import type { Numbers } from './types.ts';

/** Sums over flat vectors of one length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export const norm = (a: ArrayLike<number>): number => Math.sqrt(dot(a, a));

export const scaled = (a: Float64Array, factor: number): Float64Array => a.map((value) => factor * value);

/** a += factor b. */
export function addScaled(a: Numbers, factor: number, b: ArrayLike<number>): void {
  for (let i = 0; i < a.length; i++) a[i] = a[i]! + factor * b[i]!;
}
