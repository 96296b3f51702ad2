import { eigenRoom, symmetricEigen } from '../math/linear.ts';
import type { Points } from './types.ts';

const covariance = new Float64Array(9);
const eigen = eigenRoom(3);

/** Surface variation of a neighbourhood (Pauly et al. 2002): the least of its covariance's three eigenvalues by their sum; 0 for a plane, ⅓ for a ball. */
export function surfaceVariation(points: Points, indices: Int32Array): number {
  const [mx, my, mz] = [0, 1, 2].map((axis) => mean(points, indices, axis)) as [number, number, number];
  let [xx, xy, xz, yy, yz, zz] = [0, 0, 0, 0, 0, 0];
  for (const index of indices) {
    const x = points[3 * index]! - mx;
    const y = points[3 * index + 1]! - my;
    const z = points[3 * index + 2]! - mz;
    xx += x * x;
    xy += x * y;
    xz += x * z;
    yy += y * y;
    yz += y * z;
    zz += z * z;
  }
  const total = xx + yy + zz;
  if (!(total > 0)) return 0;
  covariance.set([xx, xy, xz, xy, yy, yz, xz, yz, zz]);
  return symmetricEigen(covariance, 3, eigen).values[0]! / total;
}

function mean(points: Points, indices: Int32Array, axis: number): number {
  let sum = 0;
  for (const index of indices) sum += points[3 * index + axis]!;
  return sum / indices.length;
}
