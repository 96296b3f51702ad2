import { shownOf } from '../../../src/scene/model.ts';
import type { KinByChamfer, KinMap, KinPlace } from '../jobs/api.ts';
import { model, type SceneSession } from '../model.ts';

/** What is had of the map and of the shown picture's kin. null: not (yet). */
export interface KinNow {
  readonly map: KinMap | null;
  readonly place: KinPlace | null;
  readonly byChamfer: KinByChamfer | null;
}

export function useKin(): KinNow {
  const { value: map } = model.useResult('kinMap');
  const { value: place } = model.useResult('kinPlace');
  const { value: byChamfer } = model.useResult('kinByChamfer');
  return { map, place, byChamfer };
}

/** The same outside of a component. */
export const kinIn = ({ results }: SceneSession): KinNow => ({
  map: shownOf(results.kinMap).value,
  place: shownOf(results.kinPlace).value,
  byChamfer: shownOf(results.kinByChamfer).value,
});
