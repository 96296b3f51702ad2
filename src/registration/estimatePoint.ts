import { kabsch, symmetricEigen, eigenRoom } from '../math/linear.ts';
import type { CreateEstimator } from './estimator.ts';
import { kernelWeight } from './kernels.ts';
import { aboutCentre, createNormalEquations } from './normalEquations.ts';

/** Second singular value of the cross-covariance by its first, squared, below which the rotation is not determined: all lies on a line. */
const LINE = 1e-20;

/**
 * Point-to-point: the motion with the least Σ w ‖p − q‖² in closed form (Kabsch 1976; Horn 1987), p the moved source point, q its match. The
 * residual of the robust kernel is the distance.
 */
export const createPointEstimator: CreateEstimator = ({ source, target }, matches, kernel) => {
  const from = source.ordered().points;
  const to = target.ordered().points;
  const { bySource, index, distanceSq, weight } = matches;
  const size = target.size();
  const [cx, cy, cz] = size.centroid;
  const pose = new Float64Array(16);
  const h = new Float64Array(9);
  const squares = new Float64Array(9);
  const room = eigenRoom(3);
  const rotation = new Float64Array(9);
  const equations = createNormalEquations(size);
  /** Σw, Σwp, Σwq. */
  const sums = new Float64Array(7);
  let used = 0;

  return {
    accumulate(targetFromSource, scale) {
      pose.set(targetFromSource);
      // Sums in locals: a number that a closure holds on to is a new heap object at every change.
      let count = 0;
      let [w0, px, py, pz, qx, qy, qz] = [0, 0, 0, 0, 0, 0, 0];
      let [xx, xy, xz, yx, yy, yz, zx, zy, zz] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
      const [m0, m1, m2, m3] = [pose[0]!, pose[1]!, pose[2]!, pose[3]! - cx];
      const [m4, m5, m6, m7] = [pose[4]!, pose[5]!, pose[6]!, pose[7]! - cy];
      const [m8, m9, m10, m11] = [pose[8]!, pose[9]!, pose[10]!, pose[11]! - cz];
      for (let i = 0; i < index.length; i++) {
        const j = index[i]!;
        if (j < 0) continue;
        const w = kernelWeight(kernel, distanceSq[i]!, scale);
        weight[i] = w;
        if (!(w > 0)) continue;
        const s = 3 * (bySource ? i : j);
        const t = 3 * (bySource ? j : i);
        const x = from[s]!;
        const y = from[s + 1]!;
        const z = from[s + 2]!;
        const ax = m0 * x + m1 * y + m2 * z + m3;
        const ay = m4 * x + m5 * y + m6 * z + m7;
        const az = m8 * x + m9 * y + m10 * z + m11;
        const bx = to[t]! - cx;
        const by = to[t + 1]! - cy;
        const bz = to[t + 2]! - cz;
        const wx = w * ax;
        const wy = w * ay;
        const wz = w * az;
        count++;
        w0 += w;
        px += wx;
        py += wy;
        pz += wz;
        qx += w * bx;
        qy += w * by;
        qz += w * bz;
        xx += wx * bx;
        xy += wx * by;
        xz += wx * bz;
        yx += wy * bx;
        yy += wy * by;
        yz += wy * bz;
        zx += wz * bx;
        zy += wz * by;
        zz += wz * bz;
      }
      h.set([xx, xy, xz, yx, yy, yz, zx, zy, zz]);
      sums.set([w0, px, py, pz, qx, qy, qz]);
      used = count;
      return used;
    },

    solve(step) {
      if (used < 3) return false;
      const w0 = sums[0]!;
      const p = [sums[1]! / w0, sums[2]! / w0, sums[3]! / w0] as const;
      const q = [sums[4]! / w0, sums[5]! / w0, sums[6]! / w0] as const;
      for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) h[3 * i + j]! -= w0 * p[i]! * q[j]!;
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          squares[3 * i + j] = h[i]! * h[j]! + h[3 + i]! * h[3 + j]! + h[6 + i]! * h[6 + j]!;
        }
      }
      const { values } = symmetricEigen(squares, 3, room);
      if (!(values[1]! > LINE * values[2]!)) return false;
      kabsch(h, rotation);
      for (let r = 0; r < 3; r++) {
        const [a, b, c] = [rotation[3 * r]!, rotation[3 * r + 1]!, rotation[3 * r + 2]!];
        step[4 * r] = a;
        step[4 * r + 1] = b;
        step[4 * r + 2] = c;
        step[4 * r + 3] = q[r]! - (a * p[0] + b * p[1] + c * p[2]);
      }
      step.set([0, 0, 0, 1], 12);
      aboutCentre(step, size.centroid);
      return step.every(Number.isFinite);
    },

    /** A pass of its own: only who records asks for it. A = Σ w JᵀJ with J = [−[p − c]×, I]. */
    eigenvalues(out) {
      const { a } = equations;
      let [xx, yy, zz, xy, xz, yz] = [0, 0, 0, 0, 0, 0];
      for (let i = 0; i < index.length; i++) {
        const w = weight[i]!;
        if (index[i]! < 0 || !(w > 0)) continue;
        const s = 3 * (bySource ? i : index[i]!);
        const x0 = from[s]!;
        const y0 = from[s + 1]!;
        const z0 = from[s + 2]!;
        const x = pose[0]! * x0 + pose[1]! * y0 + pose[2]! * z0 + pose[3]! - cx;
        const y = pose[4]! * x0 + pose[5]! * y0 + pose[6]! * z0 + pose[7]! - cy;
        const z = pose[8]! * x0 + pose[9]! * y0 + pose[10]! * z0 + pose[11]! - cz;
        xx += w * x * x;
        yy += w * y * y;
        zz += w * z * z;
        xy += w * x * y;
        xz += w * x * z;
        yz += w * y * z;
      }
      const [w0, px, py, pz] = [sums[0]!, sums[1]!, sums[2]!, sums[3]!];
      a.fill(0);
      a[0] = yy + zz;
      a[6] = -xy;
      a[7] = xx + zz;
      a[12] = -xz;
      a[13] = -yz;
      a[14] = xx + yy;
      a[19] = pz;
      a[20] = -py;
      a[24] = -pz;
      a[26] = px;
      a[30] = py;
      a[31] = -px;
      a[21] = a[28] = a[35] = w0;
      equations.eigenvalues(used, out);
    },
  };
};
