import type { Points } from '../../clouds/types.ts';
import { builtAxes, principalAxes } from './axes.ts';

/** The space that a cloud spans, as a polytope of few directions (a k-DOP): what lies in it could have been seen near the cloud. */
export interface Reach {
  holds(x: number, y: number, z: number): boolean;
}

/** Edge directions and diagonals of a box about three axes, in its extents: with the axes themselves 13 slabs. */
const diagonals: readonly (readonly [number, number, number])[] = [
  [1, 1, 0],
  [1, -1, 0],
  [1, 0, 1],
  [1, 0, -1],
  [0, 1, 1],
  [0, 1, -1],
  [1, 1, 1],
  [1, 1, -1],
  [1, -1, 1],
  [-1, 1, 1],
];

/** Part of the points beyond each slab's sides: strays stretch nothing. */
const STRAY = 0.01;

/**
 * About the points' axes of inertia and about what is built, each diagonal slab as the extents along the axes say: of three walls of a box, the corner that none of them reaches is left out.
 * Drawn in by `margin` on every side. It moves along with the points.
 */
export function reachOf(points: Points, normals: Float64Array, margin: number): Reach {
  const sides = [principalAxes(points), builtAxes(some(normals))].flatMap((axes) => sidesAlong(points, axes, margin));
  return { holds: (x, y, z) => sides.every(([dx, dy, dz, low, high]) => within(dx * x + dy * y + dz * z, low, high)) };
}

/** Of a slab: its direction, and from where to where the points reach along it. */
type Side = readonly [number, number, number, number, number];

function sidesAlong(points: Points, axes: Float64Array, margin: number): readonly Side[] {
  const along = new Float64Array(points.length / 3);
  const side = (u: number, v: number, w: number): Side => {
    const at = (c: number) => u * axes[c]! + v * axes[3 + c]! + w * axes[6 + c]!;
    const length = Math.hypot(at(0), at(1), at(2));
    const [dx, dy, dz] = [at(0) / length, at(1) / length, at(2) / length];
    for (let i = 0; i < along.length; i++) {
      along[i] = dx * points[3 * i]! + dy * points[3 * i + 1]! + dz * points[3 * i + 2]!;
    }
    along.sort();
    const stray = Math.floor(STRAY * along.length);
    return [dx, dy, dz, along[stray]! + margin, along[along.length - 1 - stray]! - margin];
  };
  const first = [side(1, 0, 0), side(0, 1, 0), side(0, 0, 1)];
  // A flat cloud has no extent across: its diagonals are those of a thin box.
  const long = first.map(([, , , low, high]) => high - low + 2 * margin);
  const least = 0.01 * Math.max(...long) || 1;
  const [a, b, c] = long.map((length) => 1 / Math.max(length, least)) as [number, number, number];
  return [...first, ...diagonals.map(([u, v, w]) => side(u * a, v * b, w * c))];
}

function within(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

/** Normals that are asked for the directions of what is built. */
const ASKED = 300;

function some(normals: Float64Array): Float64Array {
  const count = normals.length / 3;
  if (count <= ASKED) return normals;
  return Float64Array.from(
    { length: 3 * ASKED },
    (_, i) => normals[3 * Math.floor((Math.floor(i / 3) * count) / ASKED) + (i % 3)]!,
  );
}
