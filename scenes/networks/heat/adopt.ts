import type { SceneStore } from '../../../src/state/sceneStore.ts';
import type { OverridesOf } from '../../../src/scene/state/table.ts';
import type { TrainerId } from '../run/types.ts';
import type { State, StateEntries } from '../state.ts';

type Overrides = OverridesOf<StateEntries>;

/** Makes the values of a cell those of the scene: the optimizer's, or the training's. `samples`: a batch of so many is one of all. */
export function adopt(
  store: SceneStore<Overrides, State>,
  id: TrainerId,
  values: Readonly<Record<string, number>>,
  samples: number,
): void {
  const { overrides } = store.get();
  const { lr, batch, width, depth, decay, dropout, ...rule } = values;
  const tuned = Object.fromEntries(Object.entries(rule).map(([name, value]) => [`${id}.${name}`, value]));
  const training = { width, depth, decay, dropout, batch: batch !== undefined && batch >= samples ? 0 : batch };
  const said = Object.entries(training).filter(([, value]) => value !== undefined);
  store.update({
    ...Object.fromEntries(said),
    ...(lr !== undefined && { rates: { ...overrides.rates, [id]: lr } }),
    ...(Object.keys(tuned).length > 0 && { tuned: { ...overrides.tuned, ...tuned } }),
  });
}
