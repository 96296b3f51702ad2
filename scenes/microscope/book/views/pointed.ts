import type { Ray } from '../../../../src/scene/parts/Pointing.tsx';
import type { Ridges } from '../picture/types.ts';
import { placeOf, tallOf } from './place.ts';

/** Which bin of which place a ray meets: of ridges that it goes through the nearest, else of the sheets that they stand in; null: it goes past all. */
export function ridgeUnder(
  { origin, direction }: Pick<Ray, 'origin' | 'direction'>,
  picture: Ridges,
): { readonly slot: number; readonly bin: number } | null {
  const tall = tallOf(picture.rows);
  const met = picture.slots.flatMap(({ lines }, slot) =>
    lines.flatMap(({ heights }, line) => {
      const { left, right, z } = placeOf(picture, slot, line);
      const distance = (z - origin.z) / direction.z;
      const share = (origin.x + distance * direction.x - left) / (right - left);
      const height = (origin.y + distance * direction.y) / tall;
      if (!(distance > 0) || share < 0 || share >= 1 || height < 0 || height > 1) return [];
      const bin = Math.floor(share * picture.bins);
      return [{ slot, bin, distance, within: height <= (heights[bin] || 0) }];
    }),
  );
  const nearest = [...met].sort((a, b) => Number(b.within) - Number(a.within) || a.distance - b.distance)[0];
  return nearest ? { slot: nearest.slot, bin: nearest.bin } : null;
}

/** The place that is nearest to the pointer, of the first `shown`; −1: none is near. */
export function nearestTo(
  { distanceTo, reach }: Pick<Ray, 'distanceTo' | 'reach'>,
  places: readonly (readonly [x: number, y: number, z: number])[],
  shown: number,
): number {
  let [best, least] = [-1, reach];
  places.slice(0, shown).forEach(([x, y, z], k) => {
    const distance = distanceTo({ x, y, z });
    if (!(distance < least)) return;
    [best, least] = [k, distance];
  });
  return best;
}
