import type { KdTree } from '../../clouds/kdTree.ts';
import { withinRadius } from '../../clouds/kdTree.ts';
import type { Points } from '../../clouds/types.ts';

/** Bins of each of the three angles of a pair of points. */
const ANGLE_BINS = 11;

/** Numbers that describe one point. */
export const FPFH_SIZE = 3 * ANGLE_BINS;

/**
 * Fast Point Feature Histograms (Rusu, Blodow, Beetz: "Fast Point Feature Histograms (FPFH) for 3D Registration", ICRA 2009), one
 * row of 33 numbers for each point: how the normals turn in the ball of `radius` around it. A rigid motion of points and
 * normals changes nothing but rounding; turning all normals over does.
 *
 * As PCL and Open3D have it, not as the paper's formula (3): a neighbour weighs 1 / distance², and each of the two parts, the
 * point's own histogram and its neighbours' weighted one, sums to 100 an angle. A point without a neighbour gets zeros.
 */
export function fpfh(points: Points, normals: Float64Array, tree: KdTree, radius: number): Float32Array {
  const count = points.length / 3;
  const neighbours: (readonly number[])[] = [];
  for (let i = 0; i < count; i++) {
    const found = withinRadius(tree, points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!, radius, []);
    neighbours.push(found.filter((j) => j !== i).sort((a, b) => a - b));
  }
  const simple = simplified(points, normals, neighbours);
  const out = new Float32Array(count * FPFH_SIZE);
  const sum = new Float64Array(FPFH_SIZE);
  for (let i = 0; i < count; i++) {
    sum.fill(0);
    for (const j of neighbours[i]!) {
      const dx = points[3 * j]! - points[3 * i]!;
      const dy = points[3 * j + 1]! - points[3 * i + 1]!;
      const dz = points[3 * j + 2]! - points[3 * i + 2]!;
      const distanceSq = dx * dx + dy * dy + dz * dz;
      if (distanceSq === 0) continue;
      for (let k = 0; k < FPFH_SIZE; k++) sum[k]! += simple[j * FPFH_SIZE + k]! / distanceSq;
    }
    for (let angle = 0; angle < 3; angle++) {
      const first = angle * ANGLE_BINS;
      let total = 0;
      for (let k = first; k < first + ANGLE_BINS; k++) total += sum[k]!;
      const scale = total > 0 ? 100 / total : 0;
      for (let k = first; k < first + ANGLE_BINS; k++) {
        out[i * FPFH_SIZE + k] = sum[k]! * scale + simple[i * FPFH_SIZE + k]!;
      }
    }
  }
  return out;
}

/** The simplified histograms (SPFH): of the pairs that the point itself makes with its neighbours; each angle sums to 100. */
function simplified(points: Points, normals: Float64Array, neighbours: readonly (readonly number[])[]): Float64Array {
  const out = new Float64Array(neighbours.length * FPFH_SIZE);
  const angles = new Float64Array(3);
  neighbours.forEach((near, i) => {
    const each = 100 / near.length;
    const row = i * FPFH_SIZE;
    for (const j of near) {
      pairAngles(points, normals, i, j, angles);
      out[row + bin((angles[0]! + Math.PI) / (2 * Math.PI))]! += each;
      out[row + ANGLE_BINS + bin((angles[1]! + 1) / 2)]! += each;
      out[row + 2 * ANGLE_BINS + bin((angles[2]! + 1) / 2)]! += each;
    }
  });
  return out;
}

function bin(share: number): number {
  return Math.min(Math.max(Math.floor(share * ANGLE_BINS), 0), ANGLE_BINS - 1);
}

/**
 * θ in [−π, π], α and φ in [−1, 1] (their cosines) of the Darboux frame at that of the two points whose normal is nearer to the
 * line between them; all zero where the points coincide or the normal runs along the line.
 */
function pairAngles(points: Points, normals: Float64Array, i: number, j: number, out: Float64Array): void {
  out.fill(0);
  let dx = points[3 * j]! - points[3 * i]!;
  let dy = points[3 * j + 1]! - points[3 * i + 1]!;
  let dz = points[3 * j + 2]! - points[3 * i + 2]!;
  const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
  if (distance === 0) return;
  dx /= distance;
  dy /= distance;
  dz /= distance;
  const atI = normals[3 * i]! * dx + normals[3 * i + 1]! * dy + normals[3 * i + 2]! * dz;
  const atJ = normals[3 * j]! * dx + normals[3 * j + 1]! * dy + normals[3 * j + 2]! * dz;
  const swapped = Math.abs(atI) < Math.abs(atJ);
  const [base, other, sign] = swapped ? [j, i, -1] : [i, j, 1];
  const ux = normals[3 * base]!;
  const uy = normals[3 * base + 1]!;
  const uz = normals[3 * base + 2]!;
  const tx = normals[3 * other]!;
  const ty = normals[3 * other + 1]!;
  const tz = normals[3 * other + 2]!;
  let vx = sign * (dy * uz - dz * uy);
  let vy = sign * (dz * ux - dx * uz);
  let vz = sign * (dx * uy - dy * ux);
  const length = Math.sqrt(vx * vx + vy * vy + vz * vz);
  if (length === 0) return;
  vx /= length;
  vy /= length;
  vz /= length;
  const wx = uy * vz - uz * vy;
  const wy = uz * vx - ux * vz;
  const wz = ux * vy - uy * vx;
  out[0] = Math.atan2(wx * tx + wy * ty + wz * tz, ux * tx + uy * ty + uz * tz);
  out[1] = vx * tx + vy * ty + vz * tz;
  out[2] = swapped ? -atJ : atI;
}
