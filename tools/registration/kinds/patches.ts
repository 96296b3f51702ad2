/*
 * Surfaces that can be sampled, of which the constructed scenes are built: a thing is a list of patches, each with its area and a map from the unit
 * square that spreads evenly. Lengths in metres, z is up.
 */
import type { Points } from '../../../src/clouds/types.ts';
import type { Rng } from '../../../src/math/rng.ts';

type Vec = readonly [number, number, number];

export interface Patch {
  readonly area: number;
  /** Even on the surface for u, v even on [0, 1)². */
  at(u: number, v: number): Vec;
}

export type Thing = readonly Patch[];

/** The parallelogram at `o` along `a` and `b`. */
export function sheet(o: Vec, a: Vec, b: Vec): Patch {
  const cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]] as const;
  return {
    area: Math.hypot(...cross),
    at: (u, v) => [o[0] + u * a[0] + v * b[0], o[1] + u * a[1] + v * b[1], o[2] + u * a[2] + v * b[2]],
  };
}

export const faces = ['left', 'right', 'front', 'back', 'bottom', 'top'] as const;
export type Face = (typeof faces)[number];

/** Faces of the box from `o` of size `s`: left and right across x, front and back across y. */
export function box(o: Vec, s: Vec, seen: readonly Face[] = faces): Thing {
  const [x, y, z] = o;
  const [w, d, h] = s;
  const all: Readonly<Record<Face, Patch>> = {
    left: sheet(o, [0, d, 0], [0, 0, h]),
    right: sheet([x + w, y, z], [0, d, 0], [0, 0, h]),
    front: sheet(o, [w, 0, 0], [0, 0, h]),
    back: sheet([x, y + d, z], [w, 0, 0], [0, 0, h]),
    bottom: sheet(o, [w, 0, 0], [0, d, 0]),
    top: sheet([x, y, z + h], [w, 0, 0], [0, d, 0]),
  };
  return seen.map((face) => all[face]);
}

/** The mantle of an upright cylinder, or the part of it between two angles. */
export function mantle([x, y, z]: Vec, radius: number, height: number, from = 0, to = 2 * Math.PI): Patch {
  return {
    area: radius * height * (to - from),
    at: (u, v) => {
      const angle = from + u * (to - from);
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle), z + v * height];
    },
  };
}

export function disc([x, y, z]: Vec, radius: number): Patch {
  return {
    area: Math.PI * radius * radius,
    at: (u, v) => {
      const r = radius * Math.sqrt(u);
      return [x + r * Math.cos(2 * Math.PI * v), y + r * Math.sin(2 * Math.PI * v), z];
    },
  };
}

export function ball([x, y, z]: Vec, radius: number): Patch {
  return {
    area: 4 * Math.PI * radius * radius,
    at: (u, v) => {
      const up = 2 * v - 1;
      const flat = Math.sqrt(1 - up * up);
      const angle = 2 * Math.PI * u;
      return [x + radius * flat * Math.cos(angle), y + radius * flat * Math.sin(angle), z + radius * up];
    },
  };
}

/** Half a ring in the x–z plane that opens to −x: a mug's handle. */
export function handle([x, y, z]: Vec, radius: number, thickness: number): Patch {
  return {
    area: Math.PI * radius * 2 * Math.PI * thickness,
    at: (u, v) => {
      const along = (u - 0.5) * Math.PI;
      const r = radius + thickness * Math.cos(2 * Math.PI * v);
      return [x + r * Math.cos(along), y + thickness * Math.sin(2 * Math.PI * v), z + r * Math.sin(along)];
    },
  };
}

/** A ball with bumps of its own: no two seeds give one shape, and none has a symmetry. */
export function bumpyBall([x, y, z]: Vec, radius: number, rng: Rng, bumps = 9): Patch {
  const axis = new Float64Array(3);
  const waves = Array.from({ length: bumps }, () => {
    rng.direction(axis);
    return { axis: [axis[0]!, axis[1]!, axis[2]!] as const, height: rng.between(-0.25, 0.4), sharp: rng.between(2, 9) };
  });
  const round = ball([0, 0, 0], 1);
  return {
    area: 4.4 * Math.PI * radius * radius,
    at: (u, v) => {
      const d = round.at(u, v);
      let r = radius;
      for (const { axis: a, height, sharp } of waves) {
        r += radius * height * Math.exp(sharp * (d[0] * a[0] + d[1] * a[1] + d[2] * a[2] - 1));
      }
      return [x + r * d[0], y + r * d[1], z + r * d[2]];
    },
  };
}

/** Hilly ground of its own over a rectangle. */
export function hills([x, y, z]: Vec, [w, d]: readonly [number, number], height: number, rng: Rng, count = 14): Patch {
  const bumps = Array.from({ length: count }, () => ({
    x: rng.between(0, w),
    y: rng.between(0, d),
    h: rng.between(-height, height),
    r: rng.between(0.08, 0.25) * Math.min(w, d),
  }));
  return {
    area: 1.1 * w * d,
    at: (u, v) => {
      let up = 0;
      for (const b of bumps) up += b.h * Math.exp(-((u * w - b.x) ** 2 + (v * d - b.y) ** 2) / (2 * b.r * b.r));
      return [x + u * w, y + v * d, z + up];
    },
  };
}

/** The same thing somewhere else. */
export function moved(thing: Thing, [dx, dy, dz]: Vec): Thing {
  return thing.map(({ area, at }) => ({
    area,
    at: (u, v) => {
      const p = at(u, v);
      return [p[0] + dx, p[1] + dy, p[2] + dz];
    },
  }));
}

/** `count` copies, each by `step` further. */
export function repeated(thing: Thing, count: number, [dx, dy, dz]: Vec): Thing {
  return Array.from({ length: count }, (_, i) => moved(thing, [i * dx, i * dy, i * dz])).flat();
}

/** About `count` points over all patches, evenly by area, each shaken by `noise`; those that `keeps` drops are missing. */
export function scan(thing: Thing, count: number, noise: number, rng: Rng, keeps?: (p: Vec) => boolean): Points {
  const area = thing.reduce((sum, patch) => sum + patch.area, 0);
  const out: number[] = [];
  for (const patch of thing) {
    const exact = (count * patch.area) / area;
    const n = Math.floor(exact) + (rng.uniform() < exact % 1 ? 1 : 0);
    for (let i = 0; i < n; i++) {
      const p = patch.at(rng.uniform(), rng.uniform());
      if (keeps && !keeps(p)) continue;
      for (let k = 0; k < 3; k++) out.push(p[k as 0 | 1 | 2] + noise * rng.gaussian());
    }
  }
  return Float64Array.from(out);
}
