import type { CreateEstimator } from './estimator.ts';
import { kernelWeight } from './kernels.ts';
import { createNormalEquations } from './normalEquations.ts';

/**
 * Point-to-plane (Chen & Medioni 1992; linearised as Low 2004): one Gauss–Newton step on Σ w (n · (p − q))², p the moved source point, q its
 * match and n the target's normal there. The residual of the robust kernel is the distance from the plane.
 */
export const createPlaneEstimator: CreateEstimator = ({ source, target }, matches, kernel) => {
  const from = source.ordered().points;
  const to = target.ordered().points;
  const normals = target.ordered().normals();
  const { bySource, index, weight } = matches;
  const size = target.size();
  const [cx, cy, cz] = size.centroid;
  const equations = createNormalEquations(size);
  const { a, b } = equations;
  const j6 = new Float64Array(6);
  let used = 0;

  return {
    accumulate(m, scale) {
      used = 0;
      a.fill(0);
      b.fill(0);
      const [m0, m1, m2, m3] = [m[0]!, m[1]!, m[2]!, m[3]! - cx];
      const [m4, m5, m6, m7] = [m[4]!, m[5]!, m[6]!, m[7]! - cy];
      const [m8, m9, m10, m11] = [m[8]!, m[9]!, m[10]!, m[11]! - cz];
      for (let i = 0; i < index.length; i++) {
        const j = index[i]!;
        if (j < 0) continue;
        const s = 3 * (bySource ? i : j);
        const t = 3 * (bySource ? j : i);
        const x = from[s]!;
        const y = from[s + 1]!;
        const z = from[s + 2]!;
        const px = m0 * x + m1 * y + m2 * z + m3;
        const py = m4 * x + m5 * y + m6 * z + m7;
        const pz = m8 * x + m9 * y + m10 * z + m11;
        const nx = normals[t]!;
        const ny = normals[t + 1]!;
        const nz = normals[t + 2]!;
        const residual = nx * (px + cx - to[t]!) + ny * (py + cy - to[t + 1]!) + nz * (pz + cz - to[t + 2]!);
        const w = kernelWeight(kernel, residual * residual, scale);
        weight[i] = w;
        if (!(w > 0)) continue;
        used++;
        j6[0] = py * nz - pz * ny;
        j6[1] = pz * nx - px * nz;
        j6[2] = px * ny - py * nx;
        j6[3] = nx;
        j6[4] = ny;
        j6[5] = nz;
        for (let r = 0; r < 6; r++) {
          const wj = w * j6[r]!;
          for (let c = 0; c <= r; c++) a[6 * r + c]! += wj * j6[c]!;
          b[r]! -= wj * residual;
        }
      }
      return used;
    },
    solve: (step) => used >= 6 && equations.solve(step),
    eigenvalues: (out) => equations.eigenvalues(used, out),
  };
};
