import { chance, CORNERS, SIDES } from './kit.ts';
import type { Mesh } from './mesh.ts';
import type { Rng } from '../../math/rng.ts';

/** A long seat (whole or of planks), perhaps a back (panel or slats), panels or legs, perhaps arms. */
export function bench(mesh: Mesh, rng: Rng): void {
  const width = rng.between(1, 1.6);
  const depth = rng.between(0.3, 0.5);
  const seat = rng.between(0.3, 0.5);
  const thick = rng.between(0.03, 0.1);
  const leg = rng.between(0.03, 0.08);
  const planks = chance(rng, 0.35) ? 3 + rng.integer(2) : 1;
  for (let i = 0; i < planks; i++) {
    const plank = depth / planks;
    mesh.box([0, seat, -depth / 2 + (i + 0.5) * plank], [width, thick, planks === 1 ? depth : 0.75 * plank]);
  }
  const hasBack = chance(rng, 0.6);
  if (hasBack) {
    const height = rng.between(0.25, 0.5);
    const tilt = rng.between(0, 0.2);
    const slats = chance(rng, 0.5) ? 2 + rng.integer(2) : 1;
    for (let i = 0; i < slats; i++) {
      const slat = height / slats;
      const up = (i + 0.5) * slat;
      mesh.box([0, seat + up, -depth / 2 - up * tilt], [width, slats === 1 ? height : 0.6 * slat, 0.05], -tilt);
    }
    if (slats > 1) {
      for (const side of SIDES) {
        mesh.box([0.8 * side * (width / 2), seat + height / 2, -depth / 2 - (height * tilt) / 2 - 0.03], [0.05, height, 0.04], -tilt); // prettier-ignore
      }
    }
  }
  const panels = chance(rng, 0.4);
  const x = width / 2 - leg - (chance(rng, 0.3) ? width * rng.between(0.05, 0.2) : 0);
  if (panels) {
    for (const side of SIDES) mesh.box([side * x, seat / 2, 0], [leg, seat, depth]);
  } else {
    const splay = rng.between(0, 0.08);
    const z = depth / 2 - leg;
    for (const [sx, sz] of CORNERS) mesh.tube([sx * (x + splay), 0, sz * z], [sx * x, seat, sz * z], leg / 2, 6);
  }
  if (chance(rng, hasBack ? 0.4 : 0.15)) {
    const rise = rng.between(0.15, 0.28);
    for (const side of SIDES) {
      const end = side * (width / 2 - 0.03);
      mesh.box([end, seat + rise, 0], [0.06, 0.04, depth]);
      mesh.box([end, seat + rise / 2, depth / 2 - 0.03], [0.06, rise, 0.05]);
    }
  }
}
