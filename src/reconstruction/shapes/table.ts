import { chance, CORNERS, SIDES, usual } from './kit.ts';
import { ring } from './mesh.ts';
import type { Mesh } from './mesh.ts';
import type { Rng } from '../../math/rng.ts';

interface Plan {
  readonly round: boolean;
  readonly width: number;
  readonly depth: number;
  readonly thickness: number;
  readonly leg: number;
  /** Of the legs. */
  readonly height: number;
}

/** A top (square or round) on four legs, on a pedestal or on two panels. */
export function table(mesh: Mesh, rng: Rng): void {
  const round = chance(rng, 0.3);
  const width = rng.between(0.6, 1.4);
  const depth = round ? width : usual(rng, 0.45, 0.9);
  const top = rng.between(0.3, 0.85);
  const thickness = usual(rng, 0.025, 0.1);
  const leg = usual(rng, 0.03, 0.1);
  const height = top - thickness;
  if (round) {
    mesh.lathe([[0, height], [width / 2, height], [width / 2, top], [0, top]], { sides: 24 }); // prettier-ignore
  } else {
    mesh.box([0, top - thickness / 2, 0], [width, thickness, depth]);
  }
  const plan = { round, width, depth, thickness, leg, height };
  const kind = rng.uniform();
  if (kind < 0.55) fourLegs(mesh, rng, plan);
  else if (kind < 0.78) pedestal(mesh, rng, plan);
  else panels(mesh, rng, plan);
}

function fourLegs(mesh: Mesh, rng: Rng, { round, width, depth, thickness, leg, height }: Plan): void {
  const x = round ? 0.3 * width : width / 2 - leg / 2 - usual(rng, 0, 0.1);
  const z = round ? 0.3 * width : depth / 2 - leg / 2 - usual(rng, 0, 0.08);
  const splay = usual(rng, -0.05, 0.1);
  const radii = [(leg / 2) * usual(rng, 0.7, 1), leg / 2] as const;
  const sides = chance(rng, 0.5) ? 4 : 9;
  for (const [sx, sz] of CORNERS) {
    mesh.tube([sx * (x + splay), 0, sz * (z + splay)], [sx * x, height, sz * z], radii, sides);
  }
  if (chance(rng, 0.3)) mesh.box([0, height * usual(rng, 0.15, 0.5), 0], [2 * x, 0.7 * thickness, 2 * z]);
}

function pedestal(mesh: Mesh, rng: Rng, { width, depth, leg, height }: Plan): void {
  mesh.tube([0, 0.03, 0], [0, height, 0], [leg * usual(rng, 0.5, 1), leg * usual(rng, 0.5, 1)], 12);
  const reach = Math.min(width, depth) * usual(rng, 0.25, 0.42);
  if (chance(rng, 0.5)) {
    mesh.lathe([[0, 0], [reach, 0], [reach, 0.035], [0, 0.035]]); // prettier-ignore
    return;
  }
  // Eight steps of the circle: the odd ones are the diagonals.
  for (const [u, v] of ring(8).filter((_, i) => i % 2 === 1)) {
    mesh.tube([0, 0.1, 0], [reach * u, 0.015, reach * v], [0.4 * leg, 0.3 * leg], 6);
  }
}

function panels(mesh: Mesh, rng: Rng, { round, width, depth, leg, height }: Plan): void {
  const x = round ? 0.3 * width : width / 2 - leg / 2;
  const panel = round ? 0.5 * width : depth * usual(rng, 0.6, 1);
  for (const side of SIDES) mesh.box([side * x, height / 2, 0], [leg, height, panel]);
  if (chance(rng, 0.5)) mesh.box([0, height / 2, 0], [2 * x, height * usual(rng, 0.3, 0.9), leg / 2]);
}
