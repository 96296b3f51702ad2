import { bounds } from '../../../src/clouds/spacing.ts';
import type { Points } from '../../../src/clouds/types.ts';
import { createRng } from '../../../src/math/rng.ts';
import { CROP_EDGE } from '../../../src/reconstruction/crop.ts';
import { PICTURE_SIZE, type Picture } from '../../../src/reconstruction/types.ts';

/** Where a picture stands behind its object: a square across the viewer's axis. */
export interface PicturePlace {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly edge: number;
}

/** Between the object and the plane behind it, in longest edges. */
const GAP = 0.1;

/** Where a picture waits for its answer when nobody knows the truth. */
export const waitingPlace: PicturePlace = { x: 0, y: 0, z: -0.5, edge: 1 / CROP_EDGE };

/** The plane of a picture, as large as makes the object on it as large as `points`, in the viewer's frame. */
export function placeOf(points: Points): PicturePlace {
  const { min, max } = bounds(points);
  return {
    x: (min[0] + max[0]) / 2,
    y: (min[1] + max[1]) / 2,
    z: min[2] - GAP,
    edge: Math.max(max[0] - min[0], max[1] - min[1], 0.1) / CROP_EDGE,
  };
}

/** `count` points on the plane, spread over the object's own pixels. A picture without an object: over all of it. Seeded: the same each time. */
export function pointsOn(place: PicturePlace, { mask }: Picture, count: number): Points {
  const rng = createRng(1, 'plane');
  const sums = new Float64Array(mask.length);
  let total = 0;
  for (let i = 0; i < mask.length; i++) sums[i] = total += mask[i]!;
  const points = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    // One a stratum: even without being a grid.
    const pixel = total > 0 ? pixelAt(sums, ((i + rng.uniform()) / count) * total) : rng.integer(mask.length);
    const column = pixel % PICTURE_SIZE;
    const row = (pixel - column) / PICTURE_SIZE;
    points[3 * i] = place.x + ((column + rng.uniform()) / PICTURE_SIZE - 0.5) * place.edge;
    points[3 * i + 1] = place.y - ((row + rng.uniform()) / PICTURE_SIZE - 0.5) * place.edge;
    points[3 * i + 2] = place.z;
  }
  return points;
}

/** The first pixel whose sum exceeds `wanted`. */
function pixelAt(sums: Float64Array, wanted: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
