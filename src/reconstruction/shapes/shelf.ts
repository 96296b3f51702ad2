import { chance, CORNERS, SIDES } from './kit.ts';
import type { Mesh } from './mesh.ts';
import type { Rng } from '../../math/rng.ts';

/** Boards between side panels or posts, with a back, columns, drawers or doors, or none of these; perhaps on feet. */
export function shelf(mesh: Mesh, rng: Rng): void {
  const width = rng.between(0.4, 1.2);
  const height = rng.between(0.5, 1.5);
  const depth = rng.between(0.18, 0.45);
  const board = rng.between(0.02, 0.06);
  const feet = chance(rng, 0.4) ? rng.between(0.05, 0.2) : 0;
  const top = feet + height;
  const rows = 1 + rng.integer(5);
  const open = chance(rng, 0.35);
  for (let i = 0; i <= rows; i++) {
    mesh.box([0, feet + board / 2 + ((height - board) * i) / rows, 0], [width, board, depth]);
  }
  const post = rng.between(0.02, 0.05);
  if (open) {
    for (const [sx, sz] of CORNERS) {
      mesh.box([sx * (width / 2), top / 2, sz * (depth / 2 - post / 2)], [post, top, post]);
    }
  } else {
    for (const side of SIDES) mesh.box([side * (width / 2), feet + height / 2, 0], [board, height, depth]);
    if (feet > 0) {
      for (const [sx, sz] of CORNERS) {
        mesh.box([sx * (width / 2 - post), feet / 2, sz * (depth / 2 - post)], [post, feet, post]);
      }
    }
  }
  if (!open && chance(rng, 0.6)) mesh.box([0, feet + height / 2, -depth / 2], [width, height, 0.015]);
  const columns = chance(rng, 0.45) ? 2 + rng.integer(2) : 1;
  for (let i = 1; i < columns; i++) {
    mesh.box([-width / 2 + (width * i) / columns, feet + height / 2, 0], [board, height, 0.98 * depth]);
  }
  if (!open && chance(rng, 0.4)) {
    // Doors over the lowest rows, with knobs.
    const closed = height * ((1 + rng.integer(rows)) / rows);
    for (let i = 0; i < columns; i++) {
      const x = -width / 2 + (width * (i + 0.5)) / columns;
      mesh.box([x, feet + closed / 2, depth / 2], [(0.94 * width) / columns, 0.95 * closed, 0.02]);
      mesh.box([x, feet + 0.55 * closed, depth / 2 + 0.025], [0.1, 0.02, 0.03]);
    }
  }
}
