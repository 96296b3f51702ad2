import type { KinShape } from '../../../src/jobs/reconstruction/moreApi.ts';
import type { More } from '../../../src/runs/reconstruction/more.ts';
import type { Results } from '../../../src/runs/reconstruction/results.ts';
import { NEAREST } from './nearest.ts';

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

/** null: not yet known, or of another picture. The shown shape itself, where it is in the gallery, is nobody's kin. */
export function kinReading({ kin, kinOf, kinByChamfer }: More, { shown }: Results): KinReading | null {
  if (!kin || !shown || kinOf?.key !== shown.key) return null;
  const { sample } = shown;
  const isOwn = (i: number) =>
    sample !== null && kin.shapes[i]!.category === sample.category && kin.shapes[i]!.seed === sample.seed;
  const near = [...kinOf.order].filter((i) => !isOwn(i)).slice(0, NEAREST);
  const found = kinByChamfer?.key === shown.key ? kinByChamfer.found : null;
  const byChamfer = found && [...found.order].filter((i) => !isOwn(i)).slice(0, NEAREST);
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
