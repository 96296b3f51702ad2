import { chance, CORNERS, SIDES } from './kit.ts';
import type { Mesh } from './mesh.ts';
import type { Rng } from '../../math/rng.ts';

/** Base, back and arms of one to four seats, with cushions or without, on legs or on the floor, perhaps with a longer end. */
export function sofa(mesh: Mesh, rng: Rng): void {
  const seats = 1 + rng.integer(4);
  const inner = seats * rng.between(0.4, 0.55);
  const depth = rng.between(0.5, 0.75);
  const onLegs = chance(rng, 0.6);
  const floor = onLegs ? rng.between(0.06, 0.2) : 0;
  const base = floor + rng.between(0.12, 0.24);
  const cushion = rng.between(0.08, 0.16);
  const back = base + cushion + rng.between(0.2, 0.45);
  const backDepth = rng.between(0.1, 0.22);
  const armWidth = chance(rng, 0.8) ? rng.between(0.06, 0.22) : 0;
  const arm = base + cushion + rng.between(0.02, 0.25);
  const width = inner + 2 * armWidth;
  const tilt = rng.between(0, 0.2);
  mesh.box([0, (floor + base) / 2, 0], [width, base - floor, depth]);
  const rise = back - base;
  mesh.box([0, base + rise / 2, -depth / 2 + backDepth / 2 - (rise * tilt) / 2], [width, rise, backDepth], -tilt);
  if (armWidth > 0) {
    const round = chance(rng, 0.35);
    for (const side of SIDES) {
      const x = side * (inner / 2 + armWidth / 2);
      mesh.box([x, (floor + arm) / 2, 0], [armWidth, arm - floor, depth]);
      if (round) mesh.tube([x, arm, -depth / 2], [x, arm, depth / 2], 0.6 * armWidth, 10);
    }
  }
  const parts = chance(rng, 0.7) ? seats : 1;
  const each = inner / parts;
  const front = depth / 2 + 0.02;
  const rear = -depth / 2 + backDepth;
  for (let i = 0; i < parts; i++) {
    const x = -inner / 2 + (i + 0.5) * each;
    mesh.box([x, base + cushion / 2, (front + rear) / 2], [0.96 * each, cushion, front - rear]);
    if (parts > 1) mesh.box([x, base + cushion + 0.4 * rise, rear + 0.04], [0.9 * each, 0.6 * rise, 0.1], -tilt - 0.1);
  }
  if (seats > 1 && chance(rng, 0.25)) {
    const long = rng.between(0.3, 0.6);
    const x = (chance(rng, 0.5) ? 1 : -1) * (inner / 2 - inner / seats / 2);
    mesh.box([x, (floor + base + cushion) / 2, depth / 2 + long / 2], [inner / seats, base + cushion - floor, long]);
  }
  if (onLegs) {
    const leg = rng.between(0.015, 0.04);
    for (const [sx, sz] of CORNERS) {
      const [x, z] = [sx * (width / 2 - 0.06), sz * (depth / 2 - 0.06)];
      mesh.tube([x, 0, z], [x, floor, z], leg, 6);
    }
  }
}
