import { chance, CORNERS, SIDES } from './kit.ts';
import type { Mesh } from './mesh.ts';
import type { Rng } from '../../math/rng.ts';

/** Frame and mattress, a headboard (panel or bars, at −z), perhaps a footboard, pillows; one in five is a bunk or has a canopy. */
export function bed(mesh: Mesh, rng: Rng): void {
  const width = rng.between(0.45, 1);
  const length = rng.between(0.95, 1.15);
  const floor = rng.between(0.05, 0.25);
  const frame = rng.between(0.05, 0.15);
  const mattress = rng.between(0.08, 0.2);
  const post = rng.between(0.03, 0.07);
  const head = floor + frame + mattress + rng.between(0.05, 0.45);
  const lying = (from: number, pillows: number) => {
    mesh.box([0, from + frame / 2, 0], [width, frame, length]);
    mesh.box([0, from + frame + mattress / 2, 0], [0.95 * width, mattress, 0.96 * length]);
    for (let i = 0; i < pillows; i++) {
      const x = width * ((i + 0.5) / pillows - 0.5);
      mesh.box([x, from + frame + mattress + 0.03, -0.36 * length], [(0.75 * width) / pillows, 0.07, 0.17], 0.15);
    }
  };
  const pillows = rng.integer(2) + (width > 0.7 ? 1 : 0);
  lying(floor, pillows);
  const bars = chance(rng, 0.35);
  const end = (z: number, top: number) => {
    if (!bars) {
      mesh.box([0, top / 2 + floor / 4, z], [width, top - floor / 2, post]);
      return;
    }
    mesh.box([0, top - post / 2, z], [width, post, post]);
    const count = 3 + Math.round(5 * width);
    for (let i = 0; i <= count; i++) {
      mesh.box([width * (i / count - 0.5), (top + floor) / 2, z], [0.5 * post, top - floor, 0.5 * post]);
    }
  };
  if (chance(rng, 0.85)) end(-length / 2 - post / 2, head);
  if (chance(rng, 0.45)) end(length / 2 + post / 2, floor + frame + mattress * rng.between(0.8, 1.6));
  const special = rng.uniform();
  const tall = head + rng.between(0.35, 0.6);
  const postTop = special < 0.2 ? tall : floor + frame;
  for (const [sx, sz] of CORNERS) {
    mesh.box([sx * (width / 2 - post / 2), postTop / 2, sz * (length / 2 - post / 2)], [post, postTop, post]);
  }
  if (special < 0.1) {
    lying(tall - frame - mattress, pillows > 0 ? 1 : 0);
  } else if (special < 0.2) {
    for (const side of SIDES) {
      mesh.box([side * (width / 2 - post / 2), tall, 0], [post, post, length]);
      mesh.box([0, tall, side * (length / 2 - post / 2)], [width, post, post]);
    }
  }
}
