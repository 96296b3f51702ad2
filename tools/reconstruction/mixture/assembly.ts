import { cos, sin } from '../../../src/math/portable.ts';
import type { Rng } from '../../../src/math/rng.ts';
import { chance, usual } from '../../../src/reconstruction/shapes/kit.ts';
import type { Corner, Mesh, Profile } from '../../../src/reconstruction/shapes/mesh.ts';
import { drawn, moved, one, turned, type Parts } from './parts.ts';

/** A body of turning: radii that rise and fall at random, open or closed above. */
export function turnedBody(rng: Rng): Parts {
  const count = 3 + rng.integer(6);
  const height = usual(rng, 0.3, 1.4);
  const [mean, swing] = [usual(rng, 0.1, 0.5), usual(rng, 0, 0.35)];
  const [wave, phase] = [rng.between(0.5, 5), rng.between(0, 6)];
  const profile: [number, number][] = Array.from({ length: count + 1 }, (_, i) => {
    const t = i / count;
    return [Math.max(0.02, mean + swing * sin(wave * t + phase) + 0.04 * rng.gaussian()), t * height];
  });
  const open = chance(rng, 0.4);
  const closed: Profile = open ? [[0, 0], ...profile] : [[0, 0], ...profile, [0, height]];
  const inner = profile.map(([radius, along]) => [0.85 * radius, along + 0.03 * height] as const).reverse();
  const sides = one(rng, [4, 6, 8, 16, 20]);
  return [drawn((mesh) => mesh.lathe(open ? [...closed, ...inner] : closed, { sides }))];
}

/** A block of random proportions: a plain one, a wedge or a barrel. */
function block(mesh: Mesh, rng: Rng, centre: Corner, size: Corner): void {
  const kind = rng.uniform();
  const [x, y, z] = centre;
  const [w, h, d] = size;
  if (kind < 0.6) mesh.box(centre, size, chance(rng, 0.15) ? rng.between(-0.4, 0.4) : 0);
  else if (kind < 0.75) {
    mesh.tube([x, y - h / 2, z], [x, y + h / 2, z], [w / 2, (w / 2) * usual(rng, 0.2, 1.2)], one(rng, [4, 8, 16]));
  } else if (kind < 0.9) {
    mesh.tube([x - w / 2, y, z], [x + w / 2, y, z], Math.min(h, d) / 2, one(rng, [6, 16]));
  } else {
    const slope = usual(rng, 0, 0.9);
    const ring = (at: number, scale: number): Corner[] => [
      [x - w / 2, at, z - d / 2],
      [x + w / 2, at, z - d / 2],
      [x + w / 2, at, z - d / 2 + d * scale],
      [x - w / 2, at, z - d / 2 + d * scale],
    ];
    mesh.hexa([...ring(y - h / 2, 1), ...ring(y + h / 2, 1 - slope)]);
  }
}

/** Two to eight blocks, each against a face of an earlier one, often with their mirror images: nothing that has a name. */
export function assembly(rng: Rng): Parts {
  const mirrored = chance(rng, 0.65);
  const count = 2 + rng.integer(7);
  const placed: { readonly centre: Corner; readonly size: Corner }[] = [];
  const parts: Float64Array[] = [];
  for (let i = 0; i < count; i++) {
    const thin = one(rng, [0.06, 0.3, 1]);
    const size: [number, number, number] = [usual(rng, 0.1, 1), usual(rng, 0.1, 1), usual(rng, 0.1, 1)];
    size[rng.integer(3)]! *= thin;
    if (i > 0) for (let k = 0; k < 3; k++) size[k]! *= usual(rng, 0.15, 0.9);
    const centre: [number, number, number] = [0, size[1] / 2, 0];
    if (i > 0) {
      const before = one(rng, placed);
      const axis = one(rng, [0, 1, 1, 2]);
      for (let k = 0; k < 3; k++) {
        const room = (before.size[k]! + size[k]!) / 2;
        centre[k] =
          before.centre[k]! +
          (k === axis
            ? chance(rng, 0.5) || axis === 1
              ? room
              : -room
            : rng.between(-1, 1) * Math.abs(before.size[k]! - size[k]!) * 0.5);
      }
    }
    placed.push({ centre, size });
    const part = drawn((mesh) => block(mesh, rng, centre, size));
    parts.push(part);
    if (i > 0 && mirrored && Math.abs(centre[0]) > 0.05) parts.push(...moved([part], [-1, 1, 1]));
  }
  return parts;
}

/** A box on legs or a plinth with doors, drawers and handles, or a machine's window: the furniture that our categories lack. */
export function cabinet(rng: Rng): Parts {
  const [w, h, d] = [usual(rng, 0.3, 1.2), usual(rng, 0.3, 1.4), usual(rng, 0.2, 0.7)];
  const foot = chance(rng, 0.5) ? usual(rng, 0.03, 0.25) : 0;
  const body = drawn((mesh) => mesh.box([0, foot + h / 2, 0], [w, h, d]));
  const trim = drawn((mesh) => {
    if (foot > 0)
      for (const x of [-1, 1])
        for (const z of [-1, 1]) mesh.box([x * (w / 2 - 0.04), foot / 2, z * (d / 2 - 0.04)], [0.06, foot, 0.06]);
    if (chance(rng, 0.5)) mesh.box([0, foot + h + 0.02, 0], [w * usual(rng, 1, 1.15), 0.04, d * usual(rng, 1, 1.15)]);
    if (chance(rng, 0.15)) mesh.box([0, foot + h + 0.15, -d / 2 + 0.02], [w * usual(rng, 0.5, 1), 0.3, 0.04]);
  });
  const front = drawn((mesh) => {
    const [columns, rows] = [1 + rng.integer(3), 1 + rng.integer(4)];
    const rise = usual(rng, 0.005, 0.03);
    if (chance(rng, 0.15)) {
      mesh.tube([0, foot + h / 2, d / 2], [0, foot + h / 2, d / 2 + rise], 0.35 * Math.min(w, h), 20);
      return;
    }
    for (let i = 0; i < columns; i++) {
      for (let k = 0; k < rows; k++) {
        const [x, y] = [((i + 0.5) / columns - 0.5) * w, foot + ((k + 0.5) / rows) * h];
        mesh.box([x, y, d / 2 + rise / 2], [(0.88 * w) / columns, (0.88 * h) / rows, rise]);
        mesh.box([x, y + (0.3 * h) / rows, d / 2 + rise + 0.012], [(0.25 * w) / columns, 0.02, 0.024]);
      }
    }
  });
  return [body, trim, front];
}

/** A plate that stands: a door, a window, a picture, a screen on its foot, with a frame, bars or another plate before it. */
export function plate(rng: Rng): Parts {
  const [w, h, d] = [usual(rng, 0.3, 1.3), usual(rng, 0.4, 1.4), usual(rng, 0.02, 0.12)];
  const rim = usual(rng, 0.02, 0.12);
  const frame = drawn((mesh) => {
    for (const s of [-1, 1]) {
      mesh.box([(s * (w - rim)) / 2, h / 2, 0], [rim, h, d]);
      mesh.box([0, h / 2 + (s * (h - rim)) / 2, 0], [w - 2 * rim, rim, d]);
    }
  });
  const filling = drawn((mesh) => {
    if (chance(rng, 0.6)) mesh.box([0, h / 2, usual(rng, -0.3, 0.3) * d], [w - rim, h - rim, d * usual(rng, 0.2, 0.7)]);
    const [columns, rows] = [rng.integer(4), rng.integer(5)];
    for (let i = 1; i <= columns; i++)
      mesh.box([(i / (columns + 1) - 0.5) * w, h / 2, 0], [0.5 * rim, h - rim, 0.7 * d]);
    for (let i = 1; i <= rows; i++) mesh.box([0, (i / (rows + 1)) * h, 0], [w - rim, 0.5 * rim, 0.7 * d]);
    mesh.box([0.4 * w, 0.45 * h, d], [0.04, 0.12, d]);
  });
  const parts = moved([frame, filling], [1, 1, 1], [0, chance(rng, 0.35) ? 0.12 : 0, 0]);
  if (!chance(rng, 0.35)) return parts;
  const foot = drawn((mesh) => {
    const width = w * usual(rng, 0.3, 1);
    mesh.box([0, 0.015, 0], [width, 0.03, usual(rng, 0.15, 0.4)]);
    mesh.box([0, 0.08, 0], [0.15 * width + 0.04, 0.16, 0.06]);
  });
  return [...parts, foot];
}

/** Bars: a ladder, a rack, a cage, a fence, a wire basket, bows from foot to foot. */
export function bars(rng: Rng): Parts {
  const radius = usual(rng, 0.006, 0.03);
  const [w, h, d] = [usual(rng, 0.2, 1.2), usual(rng, 0.3, 1.4), usual(rng, 0.05, 0.9)];
  const kind = rng.uniform();
  const frame = drawn((mesh) => {
    for (const x of [-w / 2, w / 2])
      for (const z of kind < 0.25 ? [0] : [-d / 2, d / 2]) mesh.tube([x, 0, z], [x, h, z], radius, 6);
  });
  const rungs = drawn((mesh) => {
    const count = 2 + rng.integer(7);
    for (let i = 0; i < count; i++) {
      const t = (i + 0.5) / count;
      if (kind < 0.25) mesh.tube([-w / 2, t * h, 0], [w / 2, t * h, 0], 0.8 * radius, 6);
      else if (kind < 0.5) {
        for (const x of [-w / 2, w / 2]) mesh.tube([x, t * h, -d / 2], [x, t * h, d / 2], 0.8 * radius, 6);
        for (const z of [-d / 2, d / 2]) mesh.tube([-w / 2, t * h, z], [w / 2, t * h, z], 0.8 * radius, 6);
      } else if (kind < 0.75) {
        for (const z of [-d / 2, d / 2]) mesh.tube([(t - 0.5) * w, 0, z], [(t - 0.5) * w, h, z], 0.8 * radius, 6);
        mesh.tube([(t - 0.5) * w, h, -d / 2], [(t - 0.5) * w, h, d / 2], 0.8 * radius, 6);
      } else if (i % 2 === 0) mesh.box([0, t * h, 0], [w, 2 * radius, d]);
      else bow(mesh, w, h * t, (t - 0.5) * d, radius);
    }
  });
  return [frame, rungs];
}

function bow(mesh: Mesh, width: number, height: number, z: number, radius: number): void {
  const steps = 8;
  let from: Corner = [-width / 2, 0, z];
  for (let i = 1; i <= steps; i++) {
    const t = (Math.PI * i) / steps;
    const to: Corner = [(-width / 2) * cos(t), height * sin(t), z];
    mesh.tube(from, to, radius, 6);
    from = to;
  }
}

export const turnedAbout = (rng: Rng, parts: Parts): Parts => turned(parts, rng.between(0, 2 * Math.PI));
