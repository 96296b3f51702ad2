/** Half of what a sheet may take up in the world. */
export const ROOM = { x: 7, y: 4.5, z: 5 } as const;
const half = [ROOM.x, ROOM.y, ROOM.z] as const;

export type Place = readonly [x: number, y: number, z: number];

/** How a layer's space lies in the world: p = (h − centre) · scale, along x, y, z. */
export interface Fit {
  readonly centre: readonly number[];
  readonly scale: number;
}

/** The largest one that keeps all points (count × width, width ≤ 3) in the room, with the same scale along each axis. */
export function fitOf(points: Float64Array, width: number): Fit {
  const low = new Array<number>(width).fill(Infinity);
  const high = new Array<number>(width).fill(-Infinity);
  points.forEach((value, i) => {
    low[i % width] = Math.min(low[i % width]!, value);
    high[i % width] = Math.max(high[i % width]!, value);
  });
  const scales = low.map((from, k) => (2 * half[k]!) / Math.max(high[k]! - from, 1e-9));
  const scale = Math.min(...scales, 1e3);
  return { centre: low.map((from, k) => (from + high[k]!) / 2), scale };
}

/** Σ n p + d over the world of w · h + b. */
function inWorld(w: ArrayLike<number>, b: number, { centre, scale }: Fit): { n: number[]; d: number } {
  const n = [0, 1, 2].map((k) => (k < centre.length ? w[k]! / scale : 0));
  return { n, d: b + centre.reduce((sum, c, k) => sum + w[k]! * c, 0) };
}

const signs = [-1, 1] as const;
/** The room's edges: along each axis four. */
const edges = [0, 1, 2].flatMap((axis) =>
  signs.flatMap((u) =>
    signs.map((v): readonly [Place, Place] => {
      const end = (along: number): Place => {
        const others = [u, v];
        const [x, y, z] = [0, 1, 2].map((k) => half[k]! * (k === axis ? along : others.shift()!));
        return [x!, y!, z!];
      };
      return [end(-1), end(1)];
    }),
  ),
);

/** Where w · h + b = 0 cuts the room, around its middle; empty where it does not, or where w says nothing. */
export function cutOf(w: ArrayLike<number>, b: number, fit: Fit): readonly Place[] {
  const { n, d } = inWorld(w, b, fit);
  const at = (p: Place) => n[0]! * p[0] + n[1]! * p[1] + n[2]! * p[2] + d;
  const size = Math.hypot(...n);
  if (!(size * ROOM.x > 1e-3)) return [];
  const places = edges.flatMap(([from, to]): Place[] => {
    const [a, c] = [at(from), at(to)];
    if (a * c > 0 || a === c) return [];
    const u = a / (a - c);
    return [[0, 1, 2].map((k) => from[k]! + u * (to[k]! - from[k]!)) as unknown as Place];
  });
  if (places.length < 3) return [];
  const middle = [0, 1, 2].map((k) => places.reduce((sum, place) => sum + place[k]!, 0) / places.length);
  const [first, second] = axesAcross(n.map((value) => value / size));
  const angle = (place: Place) => Math.atan2(dot(second, place, middle), dot(first, place, middle));
  return [...places].sort((p, q) => angle(p) - angle(q));
}

const dot = (axis: readonly number[], place: Place, from: readonly number[]): number =>
  axis.reduce((sum, value, k) => sum + value * (place[k]! - from[k]!), 0);

/** Two directions across a unit normal. */
function axesAcross(n: readonly number[]): readonly [readonly number[], readonly number[]] {
  const [x, y, z] = n as [number, number, number];
  const [a, b, c] = Math.abs(x) < 0.8 ? [0, z, -y] : [-z, 0, x];
  return [
    [a, b, c],
    [y * c - z * b, z * a - x * c, x * b - y * a],
  ];
}
