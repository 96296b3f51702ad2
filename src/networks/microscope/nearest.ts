import type { Numbers, Samples } from '../types.ts';

export interface Neighbour {
  /** Its number among the samples. */
  readonly row: number;
  /** L2. */
  readonly distance: number;
}

/** The k samples nearest to x (inputs), nearest first; of equals the first. */
export function nearestSamples({ count, inputs, x: all }: Samples, x: Numbers, k: number): Neighbour[] {
  const found: { row: number; distanceSq: number }[] = [];
  for (let row = 0, at = 0; row < count; row++, at += inputs) {
    const limit = found.length < k ? Infinity : found.at(-1)!.distanceSq;
    let distanceSq = 0;
    for (let i = 0; i < inputs && distanceSq < limit; i++) distanceSq += (all[at + i]! - x[i]!) ** 2;
    if (!(distanceSq < limit)) continue;
    const place = found.findIndex((other) => other.distanceSq > distanceSq);
    found.splice(place < 0 ? found.length : place, 0, { row, distanceSq });
    if (found.length > k) found.pop();
  }
  return found.map(({ row, distanceSq }) => ({ row, distance: Math.sqrt(distanceSq) }));
}
