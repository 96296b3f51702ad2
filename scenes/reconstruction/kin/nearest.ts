import type { KinMap } from '../jobs/api.ts';
import type { Shown } from '../picture/shown.ts';

/** Kin that are listed, told of, and tied to the picture on the map. */
export const NEAREST = 6;

/** Places in `order` of the nearest kin. The shown shape itself, where it is in the gallery, is nobody's kin. */
export function nearestPlaces({ shapes }: KinMap, shown: Shown | null, order: Int32Array): readonly number[] {
  const sample = shown?.sample ?? null;
  const isOwn = (i: number) =>
    sample !== null && shapes[i]!.category === sample.category && shapes[i]!.seed === sample.seed;
  const places: number[] = [];
  for (let place = 0; place < order.length && places.length < NEAREST; place++) {
    if (!isOwn(order[place]!)) places.push(place);
  }
  return places;
}
