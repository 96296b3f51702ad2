import type { PointCloud } from '../../src/clouds/types.ts';
import { createRng } from '../../src/math/rng.ts';
import type { DoModel } from '../../src/registration/do/types.ts';

/** A model for quick trainings: 1,500 points on an ellipsoid of half axes 1, 0.7 and 0.5 (seed 1), with outward directions for normals. */
export function ellipsoid(): DoModel & { readonly shape: PointCloud } {
  const rng = createRng(1, 'ellipsoid');
  const points = new Float64Array(4500);
  const normals = new Float64Array(4500);
  const d = new Float64Array(3);
  for (let i = 0; i < points.length; i += 3) {
    rng.direction(d);
    normals.set(d, i);
    points.set([d[0]!, 0.7 * d[1]!, 0.5 * d[2]!], i);
  }
  return { name: 'ellipsoid', checksum: 'ellipsoid', shape: { points, normals } };
}
