import { createRng } from '../../src/math/rng.ts';
import { chamferDistance } from '../../src/reconstruction/metrics/chamfer.ts';
import { emdAuction } from '../../src/reconstruction/metrics/emdAuction.ts';
import { emdExact } from '../../src/reconstruction/metrics/emdExact.ts';
import { allPairs } from '../../src/reconstruction/metrics/nearest.ts';
import { medianRatio, type Bench } from './bench.ts';

/** Two samples of the unit sphere: as alike as clouds of one shape get, where assignments are hardest. */
function spheres(n: number): readonly [Float64Array, Float64Array] {
  const rng = createRng(1, 'metrics.bench');
  const draw = (): Float64Array => {
    const points = new Float64Array(3 * n);
    for (let i = 0; i < points.length; i += 3) rng.direction(points.subarray(i, i + 3));
    return points.map((c) => c / 2);
  };
  return [draw(), draw()];
}

/** Chamfer by trees against trying all pairs, and the auction against the exact assignment; ≤ 10 ms and ≤ 80 ms at 1,024 points. */
const bench: Bench = async (report) => {
  for (const n of [1024, 2048]) {
    const [a, b] = spheres(n);
    const chamfer = await medianRatio(
      () => chamferDistance(a, b),
      () => allPairs(a, b),
      15,
    );
    report(`Chamfer / all pairs, ${n} points`, {
      ratio: chamfer.ratio,
      ms: chamfer.candidateMs,
      'all pairs ms': chamfer.referenceMs,
    });
    const emd = await medianRatio(
      () => emdAuction(a, b),
      () => emdExact(a, b),
      n > 1024 ? 3 : 7,
    );
    report(`auction EMD (ε 1e-3) / exact EMD, ${n} points`, {
      ratio: emd.ratio,
      ms: emd.candidateMs,
      'exact ms': emd.referenceMs,
      above: emdAuction(a, b).mean - emdExact(a, b).mean,
    });
  }
};

export default bench;
