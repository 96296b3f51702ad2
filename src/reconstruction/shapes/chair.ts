import { cos, sin } from '../../math/portable.ts';
import { chance, CORNERS, SIDES, usual } from './kit.ts';
import { ring } from './mesh.ts';
import type { Mesh } from './mesh.ts';
import type { Rng } from '../../math/rng.ts';

interface Plan {
  readonly width: number;
  readonly depth: number;
  readonly seat: number;
  readonly thickness: number;
  readonly leg: number;
}

/** Seat (square or round), back (panel, slats or spindles, reclined), legs (four, a star or two panels), perhaps arms. */
export function chair(mesh: Mesh, rng: Rng): void {
  const width = usual(rng, 0.4, 0.65);
  const plan: Plan = {
    width,
    depth: width * usual(rng, 0.85, 1.15),
    seat: rng.between(0.3, 0.55),
    thickness: usual(rng, 0.03, 0.12),
    leg: usual(rng, 0.025, 0.07),
  };
  const { depth, seat, thickness } = plan;
  if (chance(rng, 0.2)) {
    const [low, high, radius] = [seat - thickness / 2, seat + thickness / 2, width / 2];
    mesh.lathe([[0, low], [radius, low], [radius, high], [0, high]]); // prettier-ignore
  } else {
    mesh.box([0, seat, 0], [width, thickness, depth]);
  }
  back(mesh, rng, plan);
  legs(mesh, rng, plan);
  if (chance(rng, 0.35)) arms(mesh, rng, plan);
}

function back(mesh: Mesh, rng: Rng, { width, depth, seat, thickness }: Plan): void {
  const height = rng.between(0.3, 0.75);
  const thick = usual(rng, 0.03, 0.09);
  const tilt = usual(rng, -0.02, 0.3);
  const [c, s] = [cos(tilt), sin(tilt)];
  const foot = seat + thickness / 2;
  const rear = -depth / 2 + thick / 2;
  /** A board in the leaning plane, `from` above the seat. */
  const board = (x: number, from: number, w: number, h: number) => {
    const middle = from + h / 2;
    mesh.box([x, foot + middle * c, rear - middle * s], [w, h, thick], -tilt);
  };
  const kind = rng.uniform();
  if (kind < 0.5) {
    board(0, 0, width * usual(rng, 0.75, 1), height);
    return;
  }
  for (const side of SIDES) board(side * (width / 2 - thick / 2), 0, thick, height);
  if (kind < 0.75) {
    const count = 1 + rng.integer(4);
    const slat = height / (1.6 * count);
    for (let i = 0; i < count; i++) board(0, height - ((i + 0.5) * height) / count - 0.2 * slat, width, 0.7 * slat);
  } else {
    board(0, 0.85 * height, width, 0.15 * height);
    const count = 2 + rng.integer(4);
    for (let i = 1; i <= count; i++) board((i * width) / (count + 1) - width / 2, 0, 0.6 * thick, 0.9 * height);
  }
}

function legs(mesh: Mesh, rng: Rng, { width, depth, seat, thickness, leg }: Plan): void {
  const height = seat - thickness / 2;
  const [x, z] = [width / 2 - leg / 2, depth / 2 - leg / 2];
  const kind = rng.uniform();
  if (kind < 0.65) {
    const splay = usual(rng, 0, 0.08);
    const radii = [leg / 2, (leg / 2) * usual(rng, 1, 1.4)] as const;
    const sides = chance(rng, 0.5) ? 4 : 8;
    for (const [sx, sz] of CORNERS) mesh.tube([sx * (x + splay), 0, sz * z], [sx * x, height, sz * z], radii, sides);
    if (chance(rng, 0.3)) {
      for (const side of SIDES) mesh.box([side * x, 0.4 * height, 0], [0.7 * leg, 0.7 * leg, depth - leg]);
    }
  } else if (kind < 0.85) {
    const hub = 0.15 * height;
    mesh.tube([0, hub, 0], [0, height, 0], 0.6 * leg, 10);
    const count = 4 + rng.integer(2);
    const reach = Math.max(width, depth) / 2;
    for (const [u, v] of ring(count).slice(1)) {
      mesh.tube([0, hub, 0], [reach * u, 0.02, reach * v], [0.5 * leg, 0.4 * leg], 6);
    }
  } else {
    for (const side of SIDES) mesh.box([side * x, height / 2, 0], [leg, height, depth]);
  }
}

function arms(mesh: Mesh, rng: Rng, { width, depth, seat }: Plan): void {
  const rise = usual(rng, 0.15, 0.28);
  const thick = usual(rng, 0.025, 0.08);
  const length = depth * usual(rng, 0.6, 0.95);
  const [middle, front] = [-depth / 2 + length / 2, -depth / 2 + length - thick / 2];
  const solid = chance(rng, 0.5);
  for (const side of SIDES) {
    const x = side * (width / 2 + thick / 2);
    mesh.box([x, seat + rise, middle], [thick, thick, length]);
    mesh.box([x, seat + rise / 2, solid ? middle : front], [thick, rise, solid ? length : thick]);
  }
}
