import { float64 } from '../../../src/networks/arithmetic.ts';
import { sharpness } from '../../../src/networks/hessian/index.ts';
import { batchOf } from '../../../src/networks/train.ts';
import type { Subject } from '../landscape/compute.ts';

/** The largest eigenvalue of the Hessian along each path: one a record, straight between those that are computed. */
export interface Sharpness {
  readonly tracks: readonly Float64Array[];
}

/** Of the largest eigenvalue. */
const TOLERANCE = 1e-3;
/** Every so many records, from coarse to fine. */
const STRIDES = [12, 4, 2, 1] as const;

/** λmax along the paths; `tell` gets each finer line. */
export async function sharpnessOf(
  { network, samples, traces }: Subject,
  pause: () => Promise<void>,
  tell: (found: Sharpness) => void | Promise<void>,
): Promise<void> {
  const batch = batchOf(samples, float64);
  const known = traces.map(() => new Map<number, number>());
  for (const stride of STRIDES) {
    for (const [place, { count, weights, running }] of traces.entries()) {
      const size = weights.length / count;
      for (let row = 0; row < count; row = row === count - 1 ? count : Math.min(row + stride, count - 1)) {
        if (known[place]!.has(row)) continue;
        const at = weights.slice(row * size, (row + 1) * size);
        const net = { spec: { ...network, dropout: 0 }, running: running?.[row] ?? null };
        known[place]!.set(row, sharpness(net, at, batch, TOLERANCE));
        await pause();
      }
    }
    await tell({ tracks: traces.map(({ count }, place) => between(known[place]!, count)) });
  }
}

/** The known values, and straight lines between them. */
export function between(known: ReadonlyMap<number, number>, count: number): Float64Array {
  const out = new Float64Array(count).fill(NaN);
  const rows = [...known.keys()].sort((a, b) => a - b);
  rows.forEach((row, i) => {
    const next = rows[i + 1] ?? row;
    for (let k = row; k <= next; k++) {
      const part = next === row ? 0 : (k - row) / (next - row);
      out[k] = known.get(row)! + part * (known.get(next)! - known.get(row)!);
    }
  });
  return out;
}
