import type { SceneStore } from '../../../src/state/sceneStore.ts';
import type { OverridesOf } from '../../../src/scene/state/table.ts';
import type { TrainerId } from '../run/types.ts';
import type { State, StateEntries } from '../state.ts';
import { changed, valuesOf } from '../trainers.ts';

type Overrides = OverridesOf<StateEntries>;

/** Makes the values of a cell those of the scene: the optimizer's, or the training's. `samples`: a batch of so many is one of all. */
export function adopt(
  store: SceneStore<Overrides, State>,
  id: TrainerId,
  values: Readonly<Record<string, number>>,
  samples: number,
): void {
  const { overrides, state } = store.get();
  const ruled = valuesOf(state, id);
  const [rule, training] = [{}, {}] as [Record<string, number>, Record<string, number>];
  for (const [name, value] of Object.entries(values)) {
    if (Object.hasOwn(ruled, name)) rule[name] = value;
    else training[name] = name === 'batch' && value >= samples ? 0 : value;
  }
  store.update({ ...training, ...changed(overrides, id, rule) });
}
