import { cos, sin } from '../../math/portable.ts';
import { chance } from './kit.ts';
import type { Corner, Mesh } from './mesh.ts';
import type { Rng } from '../../math/rng.ts';

const WALL = 0.03;

/** A cup (straight, flared or bellied), a handle (a bow or an angle; perhaps two, perhaps none), perhaps a saucer. */
export function mug(mesh: Mesh, rng: Rng): void {
  const radius = rng.between(0.2, 0.35);
  const height = rng.between(0.45, 0.8);
  const rim = radius * rng.between(0.8, 1.25);
  const bellied = chance(rng, 0.3);
  const belly = bellied ? Math.max(radius, rim) * rng.between(1.02, 1.2) : (radius + rim) / 2;
  const middle = 0.5 * height;
  const profile = [
    [0, 0],
    [radius, 0],
    [belly, middle],
    [rim, height],
    [rim - WALL, height],
    [belly - WALL, middle],
    [radius - WALL, WALL],
    [0, WALL],
  ] as const;
  mesh.lathe(profile, { sides: 24 });

  const kind = rng.uniform();
  const reach = height * rng.between(0.25, 0.38);
  const stretch = rng.between(0.6, 1.1);
  const thick = rng.between(0.02, 0.035);
  const out: readonly Corner[] =
    rng.uniform() < 0.7 ? bow(reach, stretch) : [[0, -reach, 0], [reach * stretch, -reach, 0], [reach * stretch, reach, 0], [0, reach, 0]]; // prettier-ignore
  for (const side of kind < 0.82 ? [1] : kind < 0.92 ? [1, -1] : []) {
    const place = ([x, y]: Corner): Corner => [side * (belly - 0.01 + x), middle + y, 0];
    for (let i = 1; i < out.length; i++) mesh.tube(place(out[i - 1]!), place(out[i]!), thick, 7);
  }
  if (chance(rng, 0.2)) {
    const plate = Math.max(radius, rim) * rng.between(1.3, 1.9);
    mesh.lathe([[0, -0.03], [0.5 * plate, -0.03], [plate, 0.05], [0.5 * plate, -0.005], [0, -0.005]], { sides: 24 }); // prettier-ignore
  }
}

function bow(reach: number, stretch: number): Corner[] {
  const steps = 10;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = (Math.PI * i) / steps - Math.PI / 2;
    return [reach * stretch * cos(t), reach * sin(t), 0];
  });
}
