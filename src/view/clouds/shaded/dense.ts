import type { Points } from '../../../clouds/types.ts';
import { axesOf, type Direction } from '../../framing.ts';
import { median } from './spacings.ts';

/** A point belongs to the dense part where points are at most so many medians apart. */
const DENSE = 2;
/** Part of the dense points, at either end of each axis, that the picture is not made small for. */
const TRIM = 0.02;
const MOST = 6000;

/** At most 6,000 of the points (flat, world) that a scan is about: where they lie densely, without the last few on each axis. */
export function densePart(world: Points, spacings: ArrayLike<number>): number[] {
  const count = world.length / 3;
  const limit = DENSE * median(spacings);
  const dense: number[] = [];
  for (let i = 0; i < count; i++) if (spacings[i]! <= limit) dense.push(i);
  const kept = dense.filter((_, k) => k % Math.max(Math.ceil(dense.length / MOST), 1) === 0);
  const ranges = [0, 1, 2].map((axis) => {
    const sorted = Float64Array.from(kept, (i) => world[3 * i + axis]!).sort();
    return [quantile(sorted, TRIM), quantile(sorted, 1 - TRIM)] as const;
  });
  const inside = (i: number) =>
    ranges.every(([low, high], axis) => world[3 * i + axis]! >= low && world[3 * i + axis]! <= high);
  return kept.filter(inside).flatMap((i) => [world[3 * i]!, world[3 * i + 1]!, world[3 * i + 2]!]);
}

export function quantile(sorted: Float64Array, part: number): number {
  return sorted[Math.round(part * (sorted.length - 1))] ?? 0;
}

/** Layers of the height that a ceiling may lie in, and how much more than its share it then holds. */
const LAYERS = 24;
const FULL = 4;

/**
 * World height just under the ceiling of a scanned room; Infinity: there is none. A ceiling is a layer in the upper third that holds many
 * times its share of the points and has next to nothing above.
 */
export function ceilingOf(dense: readonly number[]): number {
  const heights = Float64Array.from({ length: dense.length / 3 }, (_, i) => dense[3 * i + 1]!).sort();
  const [low, high] = [quantile(heights, 0), quantile(heights, 1)];
  const thickness = (high - low) / LAYERS;
  if (!(thickness > 0)) return Infinity;
  const counts = new Array<number>(LAYERS).fill(0);
  for (const height of heights) counts[Math.min(Math.floor((height - low) / thickness), LAYERS - 1)]! += 1;
  const share = heights.length / LAYERS;
  for (let layer = LAYERS - 1, above = 0; layer >= (2 * LAYERS) / 3; above += counts[layer--]!) {
    if (above > share) return Infinity;
    if (counts[layer]! >= FULL * share) return low + (layer - 0.5) * thickness;
  }
  return Infinity;
}

/** Degrees between the directions that are compared. */
const TURN = 15;
/** The picture of a direction: so many cells along the longest side of what is seen. */
const CELLS = 56;
/** A room is looked into from above its walls; outdoors a thing is seen from low, a plain from higher. */
const INTO_ROOM = 47;
const elevations = { low: 12, high: 38, fall: 40 } as const;

/** From where the points (flat, world) show the most: their elevation by how flat they are, the side on which they cover most of the picture. */
export function broadDirection(dense: readonly number[], room: boolean): Direction {
  const side = [0, 1, 2].map((axis) => {
    const sorted = Float64Array.from({ length: dense.length / 3 }, (_, i) => dense[3 * i + axis]!).sort();
    return quantile(sorted, 1) - quantile(sorted, 0);
  });
  const tall = side[1]! / Math.max(Math.hypot(side[0]!, side[2]!), 1e-9);
  const outdoors = Math.min(Math.max(elevations.high - elevations.fall * tall, elevations.low), elevations.high);
  const elevation = room ? INTO_ROOM : outdoors;
  const cell = Math.max(...side) / CELLS;
  let best = { azimuth: 0, elevation };
  let most = -1;
  for (let azimuth = -180 + TURN; azimuth <= 180; azimuth += TURN) {
    const covered = coveredFrom(dense, { azimuth, elevation }, cell);
    if (covered > most) [best, most] = [{ azimuth, elevation }, covered];
  }
  return best;
}

/** Cells of the picture that hold a point. */
function coveredFrom(points: readonly number[], direction: Direction, cell: number): number {
  const { right, up } = axesOf(direction);
  const cells = new Set<number>();
  for (let i = 0; i < points.length; i += 3) {
    const [x, y] = [right, up].map((axis) =>
      Math.floor((points[i]! * axis[0] + points[i + 1]! * axis[1] + points[i + 2]! * axis[2]) / cell),
    ) as [number, number];
    cells.add(x * 4096 + y);
  }
  return cells.size;
}
