import type { Matrix4 } from '../../math/matrix4.ts';
import { gridFeature } from './grid.ts';
import type { DoFeature, DoModelPoints } from './types.ts';
import { weigh, type AddPoint, type Weighing } from './weigh.ts';

/**
 * h ∈ R^{2Nm} of a scene moved by `modelFromScene` (paper, eq. 14): for each model point the weights of the scene points in front of it,
 * then (from Nm on) of those behind it, all divided by their total. No scene point within reach: all 0.
 * `points`: stride 3, normalised; `out`: 2Nm.
 */
export type Feature = (points: Float32Array | Float64Array, modelFromScene: Matrix4, out: Float64Array) => void;

/** The feature by its definition: Nm exponentials a scene point. */
function addDirect(model: DoModelPoints): AddPoint {
  const count = model.points.length / 3;
  const weighing: Weighing = { weight: 0, slot: 0 };
  return (x, y, z, sums) => {
    for (let a = 0; a < count; a++) {
      weigh(model, a, x, y, z, weighing);
      sums[weighing.slot]! += weighing.weight;
    }
  };
}

/** The feature of the kind asked for; the grid is tabulated here, once. */
export function featureOf(kind: DoFeature, model: DoModelPoints): Feature {
  const add = kind.kind === 'grid' ? gridFeature(model, kind.step) : addDirect(model);
  return (points, m, out) => {
    out.fill(0);
    for (let i = 0; i < points.length; i += 3) {
      const x = points[i]!;
      const y = points[i + 1]!;
      const z = points[i + 2]!;
      add(
        m[0]! * x + m[1]! * y + m[2]! * z + m[3]!,
        m[4]! * x + m[5]! * y + m[6]! * z + m[7]!,
        m[8]! * x + m[9]! * y + m[10]! * z + m[11]!,
        out,
      );
    }
    let total = 0;
    for (const sum of out) total += sum;
    // Non-finite → 0, as in the paper's code: nothing is within reach, so nothing is known.
    const scale = total > 0 && Number.isFinite(1 / total) ? 1 / total : 0;
    for (let k = 0; k < out.length; k++) out[k]! *= scale;
  };
}
