import type { KinShape } from '../../../src/jobs/reconstruction/moreApi.ts';
import type { More } from '../runs/more.ts';
import type { Results } from '../runs/results.ts';
import { nearestPlaces } from './nearest.ts';

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

/** null: not yet known, or of another picture. */
export function kinReading({ kin, kinOf, kinByChamfer }: More, { shown }: Results): KinReading | null {
  if (!kin || !shown || kinOf?.key !== shown.key) return null;
  const { sample } = shown;
  const nearestOf = (order: Int32Array) => nearestPlaces(kin, shown, order).map((place) => order[place]!);
  const near = nearestOf(kinOf.order);
  const found = kinByChamfer?.key === shown.key ? kinByChamfer.found : null;
  const byChamfer = found && nearestOf(found.order);
  return {
    nearest: kin.shapes[near[0]!]!,
    count: near.length,
    own: sample && {
      category: sample.category,
      same: near.filter((i) => kin.shapes[i]!.category === sample.category).length,
    },
    both: byChamfer && byChamfer.filter((i) => near.includes(i)).length,
  };
}
