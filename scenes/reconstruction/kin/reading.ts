import type { KinShape } from '../jobs/api.ts';
import { nearestPlaces } from './nearest.ts';
import type { Shown } from '../picture/shown.ts';
import type { KinNow } from './kinNow.ts';

/** What there is to say of a picture's kin. */
export interface KinReading {
  readonly nearest: KinShape;
  /** Of how many nearest it is said. */
  readonly count: number;
  /** The shown shape's category, and how many of the nearest are of it; null: nobody knows what is shown. */
  readonly own: { readonly category: string; readonly same: number } | null;
  /** How many the nearest by feature and by Chamfer have in common; null: not yet compared. */
  readonly both: number | null;
}

/** null: not yet known. */
export function kinReading({ map, place: own, byChamfer }: KinNow, shown: Shown | null): KinReading | null {
  if (!map || !shown || !own) return null;
  const { sample } = shown;
  const nearestOf = (order: Int32Array) => nearestPlaces(map, shown, order).map((place) => order[place]!);
  const near = nearestOf(own.order);
  const also = byChamfer && nearestOf(byChamfer.order);
  return {
    nearest: map.shapes[near[0]!]!,
    count: near.length,
    own: sample && {
      category: sample.category,
      same: near.filter((i) => map.shapes[i]!.category === sample.category).length,
    },
    both: also && also.filter((i) => near.includes(i)).length,
  };
}
