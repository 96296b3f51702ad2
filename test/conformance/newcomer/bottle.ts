import type { Mesh } from '../../../src/reconstruction/shapes/mesh.ts';
import type { Rng } from '../../../src/math/rng.ts';

/** A body, a shoulder, a neck with its rim. */
export function bottle(mesh: Mesh, rng: Rng): void {
  const radius = rng.between(0.1, 0.22);
  const shoulder = rng.between(0.4, 0.7);
  const neck = radius * rng.between(0.25, 0.6);
  mesh.lathe(
    [[0, 0], [radius, 0], [radius, shoulder], [neck, shoulder + rng.between(0.05, 0.2)], [neck, 1], [0, 1]], // prettier-ignore
    { sides: rng.uniform() < 0.2 ? 4 : 24 },
  );
}
