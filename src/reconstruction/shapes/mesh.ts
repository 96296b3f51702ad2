import { cos, sin } from '../../math/portable.ts';

/** x right, y up, z to the front. */
export type Corner = readonly [number, number, number];

/** Radius and place along the axis. */
export type Profile = readonly (readonly [radius: number, along: number])[];

export interface LatheOptions {
  readonly sides?: number;
  /** The axis of turning, through (0, 0); y by default. */
  readonly axis?: 'y' | 'z';
}

/** A triangle soup that grows. Its windings are of no account: the renderer lights both sides. */
export interface Mesh {
  readonly triangle: (a: Corner, b: Corner, c: Corner) => void;
  /** a, b, c, d around its edge. */
  readonly quad: (a: Corner, b: Corner, c: Corner, d: Corner) => void;
  /** Eight corners: the lower ring, then the upper one, both the same way round. */
  readonly hexa: (corners: readonly Corner[]) => void;
  /** Turned about the x-axis by `pitchRad` (positive: its top comes to the front). */
  readonly box: (centre: Corner, size: Corner, pitchRad?: number) => void;
  readonly tube: (from: Corner, to: Corner, radius: TubeRadius, sides?: number, capped?: boolean) => void;
  readonly lathe: (profile: Profile, options?: LatheOptions) => void;
  /** Nine numbers a triangle, a copy. */
  readonly triangles: () => Float64Array;
}

/** One radius, or that of each end. */
export type TubeRadius = number | readonly [number, number];

const rings = new Map<number, readonly (readonly [number, number])[]>();

/** Cosine and sine of n equal steps around the circle, and the first again. */
export function ring(n: number): readonly (readonly [number, number])[] {
  let found = rings.get(n);
  if (!found) {
    const steps = Array.from({ length: n }, (_, i) => (2 * Math.PI * i) / n);
    found = [...steps, 0].map((t) => [cos(t), sin(t)] as const);
    rings.set(n, found);
  }
  return found;
}

/** The faces of a hexahedron by its corners' places: below, above, and the four sides. */
const FACES = [
  [3, 2, 1, 0],
  [4, 5, 6, 7],
  [0, 1, 5, 4],
  [1, 2, 6, 5],
  [2, 3, 7, 6],
  [3, 0, 4, 7],
] as const;

/** Thinner than this a cone's end is its tip. */
const TIP = 1e-6;

export function createMesh(): Mesh {
  let numbers = new Float64Array(9 * 512);
  let used = 0;

  const triangle = (a: Corner, b: Corner, c: Corner) => {
    if (used + 9 > numbers.length) {
      const more = new Float64Array(2 * numbers.length);
      more.set(numbers);
      numbers = more;
    }
    for (let k = 0; k < 3; k++) {
      numbers[used + k] = a[k]!;
      numbers[used + 3 + k] = b[k]!;
      numbers[used + 6 + k] = c[k]!;
    }
    used += 9;
  };

  const quad = (a: Corner, b: Corner, c: Corner, d: Corner) => {
    triangle(a, b, c);
    triangle(a, c, d);
  };

  const hexa = (corners: readonly Corner[]) => {
    for (const [a, b, c, d] of FACES) quad(corners[a]!, corners[b]!, corners[c]!, corners[d]!);
  };

  const box = ([cx, cy, cz]: Corner, [sx, sy, sz]: Corner, pitchRad = 0) => {
    const [c, s] = pitchRad === 0 ? [1, 0] : [cos(pitchRad), sin(pitchRad)];
    const corner = (x: number, y: number, z: number): Corner => [
      cx + (x * sx) / 2,
      cy + (c * y * sy - s * z * sz) / 2,
      cz + (s * y * sy + c * z * sz) / 2,
    ];
    hexa([-1, 1].flatMap((y) => [corner(-1, y, -1), corner(1, y, -1), corner(1, y, 1), corner(-1, y, 1)]));
  };

  const tube = (from: Corner, to: Corner, radius: TubeRadius, sides = 8, capped = true) => {
    const [r0, r1] = typeof radius === 'number' ? [radius, radius] : radius;
    const along = unit([to[0] - from[0], to[1] - from[1], to[2] - from[2]]);
    const e = unit(cross(along, Math.abs(along[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
    const f = cross(along, e);
    const around = (c: Corner, r: number) =>
      ring(sides).map(([u, v]): Corner => [
        c[0] + r * (u * e[0] + v * f[0]),
        c[1] + r * (u * e[1] + v * f[1]),
        c[2] + r * (u * e[2] + v * f[2]),
      ]);
    const [first, last] = [around(from, r0), around(to, r1)];
    for (let i = 0; i < sides; i++) {
      quad(first[i]!, first[i + 1]!, last[i + 1]!, last[i]!);
      if (!capped) continue;
      triangle(from, first[i + 1]!, first[i]!);
      triangle(to, last[i]!, last[i + 1]!);
    }
  };

  const lathe = (profile: Profile, { sides = 20, axis = 'y' }: LatheOptions = {}) => {
    const around = profile.map(([r, h]) =>
      ring(sides).map(([u, v]): Corner => (axis === 'y' ? [r * u, h, r * v] : [r * u, r * v, h])),
    );
    for (let k = 0; k + 1 < profile.length; k++) {
      const [a, b] = [around[k]!, around[k + 1]!];
      const [tipBefore, tipAfter] = [profile[k]![0] < TIP, profile[k + 1]![0] < TIP];
      for (let i = 0; i < sides; i++) {
        if (!tipBefore) triangle(a[i]!, a[i + 1]!, b[i + 1]!);
        if (!tipAfter) triangle(a[i]!, b[i + 1]!, b[i]!);
      }
    }
  };

  return { triangle, quad, hexa, box, tube, lathe, triangles: () => numbers.slice(0, used) };
}

const cross = (a: Corner, b: Corner): Corner => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function unit([x, y, z]: Corner): Corner {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}
