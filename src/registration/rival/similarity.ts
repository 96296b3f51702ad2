import type { Hit } from '../../clouds/kdTree.ts';
import { nearest } from '../../clouds/kdTree.ts';
import type { Points } from '../../clouds/types.ts';
import { solveSymmetric6 } from '../../math/linear.ts';
import { multiply, type Matrix4 } from '../../math/matrix4.ts';
import { expSe3 } from '../../math/se3.ts';
import { kernelWeight } from '../kernels.ts';
import type { PreparedCloud } from '../prepare.ts';
import type { Stop } from '../types.ts';

const ITERATIONS = 30;
const NARROWING = 0.75;

/** A step whose size and turn are less than this, and whose kernel has narrowed, is the last. */
const SMALL = 1e-5;

/**
 * Point to plane, with the size free or (`rigid`) as it is: the similarity near `start` that lays the points on the target, by Gauss–Newton on p → p + ω × (p − c) + v + σ (p − c) about
 * the moved points' centroid c, with Welsch's kernel narrowing from `from` to `to`. A mirror image stays one.
 */
export function fitSimilarity(
  source: Points,
  target: PreparedCloud,
  start: Matrix4,
  { from, to, rigid = false }: { readonly from: number; readonly to: number; readonly rigid?: boolean },
  stop: Stop,
): Matrix4 {
  const tree = target.tree();
  const fixed = target.cloud.points;
  const normals = target.normals();
  const hit: Hit = { index: -1, distanceSq: 0 };
  const moved = new Float64Array(source.length);
  const a = new Float64Array(36);
  const b = new Float64Array(6);
  const coupling = new Float64Array(6);
  const x = new Float64Array(6);
  const y = new Float64Array(6);
  const j = new Float64Array(6);
  let pose = start;
  let width = from;
  for (let iteration = 0; iteration < ITERATIONS && !stop.aborted; iteration++) {
    const [cx, cy, cz, radius] = placed(pose, source, moved);
    a.fill(0);
    b.fill(0);
    coupling.fill(0);
    let [own, right] = [0, 0];
    for (let i = 0; i < moved.length; i += 3) {
      const [px, py, pz] = [moved[i]!, moved[i + 1]!, moved[i + 2]!];
      nearest(tree, px, py, pz, hit, Infinity);
      const t = 3 * hit.index;
      const [nx, ny, nz] = [normals[t]!, normals[t + 1]!, normals[t + 2]!];
      const residual = nx * (px - fixed[t]!) + ny * (py - fixed[t + 1]!) + nz * (pz - fixed[t + 2]!);
      // By the distance, not by the plane's residual: a plane goes on where the cloud has ended.
      const w = kernelWeight('welsch', hit.distanceSq, width);
      const [rx, ry, rz] = [(px - cx) / radius, (py - cy) / radius, (pz - cz) / radius];
      j[0] = ry * nz - rz * ny;
      j[1] = rz * nx - rx * nz;
      j[2] = rx * ny - ry * nx;
      j[3] = nx;
      j[4] = ny;
      j[5] = nz;
      const grow = rx * nx + ry * ny + rz * nz;
      for (let r = 0; r < 6; r++) {
        const wj = w * j[r]!;
        for (let c = 0; c <= r; c++) a[6 * r + c]! += wj * j[c]!;
        b[r]! -= wj * residual;
        coupling[r]! += wj * grow;
      }
      own += w * grow * grow;
      right -= w * grow * residual;
    }
    const trace = a[0]! + a[7]! + a[14]! + a[21]! + a[28]! + a[35]!;
    for (let k = 0; k < 6; k++) a[7 * k]! += 1e-9 * trace;
    if (!solveSymmetric6(a, b, x) || !solveSymmetric6(a, coupling, y)) break;
    const dot = (p: Float64Array) => coupling.reduce((sum, value, k) => sum + value * p[k]!, 0);
    const curvature = own - dot(y);
    const size = !rigid && curvature > 1e-6 * trace ? (right - dot(x)) / curvature : 0;
    const step = expSe3(
      [0, 1, 2].map((k) => (x[k]! - size * y[k]!) / radius),
      [0, 0, 0],
    );
    const factor = Math.exp(Math.max(-0.2, Math.min(0.2, size / radius)));
    for (let r = 0; r < 3; r++) {
      for (let c = 0; c < 3; c++) step[4 * r + c]! *= factor;
      step[4 * r + 3] =
        [cx, cy, cz][r]! +
        x[3 + r]! -
        size * y[3 + r]! -
        (step[4 * r]! * cx + step[4 * r + 1]! * cy + step[4 * r + 2]! * cz);
    }
    pose = multiply(step, pose);
    const still = Math.abs(size) + Math.hypot(...[0, 1, 2, 3, 4, 5].map((k) => x[k]! - size * y[k]!)) < SMALL * radius;
    if (still && width === to) break;
    width = Math.max(to, NARROWING * width);
  }
  return pose;
}

/** Moves the points; their centroid and radius there. */
function placed(m: Matrix4, source: Points, out: Points): readonly [number, number, number, number] {
  const count = source.length / 3;
  let [cx, cy, cz] = [0, 0, 0];
  for (let i = 0; i < source.length; i += 3) {
    const [px, py, pz] = [source[i]!, source[i + 1]!, source[i + 2]!];
    out[i] = m[0]! * px + m[1]! * py + m[2]! * pz + m[3]!;
    out[i + 1] = m[4]! * px + m[5]! * py + m[6]! * pz + m[7]!;
    out[i + 2] = m[8]! * px + m[9]! * py + m[10]! * pz + m[11]!;
    cx += out[i]! / count;
    cy += out[i + 1]! / count;
    cz += out[i + 2]! / count;
  }
  let square = 0;
  for (let i = 0; i < out.length; i += 3)
    square += (out[i]! - cx) ** 2 + (out[i + 1]! - cy) ** 2 + (out[i + 2]! - cz) ** 2;
  return [cx, cy, cz, Math.sqrt(square / count)];
}

/** The factor of a similarity. */
export function factorOf(m: Matrix4): number {
  return Math.hypot(m[0]!, m[1]!, m[2]!);
}
