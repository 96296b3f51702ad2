import type { Numbers, Samples } from '../types.ts';

export interface Neighbour {
  /** Its number among the samples. */
  readonly row: number;
  /** L2. */
  readonly distance: number;
}

/** Which samples are looked through, and what was found before. */
interface Part {
  readonly from?: number;
  readonly to?: number;
  readonly before?: readonly Neighbour[];
}

/** The k samples nearest to x (inputs), nearest first; of equals the first. They may be looked through in parts, one after the other. */
export function nearestSamples(
  { count, inputs, x: all }: Samples,
  x: Numbers,
  k: number,
  { from = 0, to = count, before = [] }: Part = {},
): Neighbour[] {
  const found = before.map(({ row, distance }) => ({ row, distanceSq: distance ** 2 }));
  for (let row = from, at = from * inputs; row < Math.min(to, count); row++, at += inputs) {
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
