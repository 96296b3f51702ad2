import { recordsOf } from '../../scenes/optimizers/runs/runViews.ts';
import type { RunView } from '../../scenes/optimizers/runs/runViews.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import type { LabState, Overrides } from '../../scenes/optimizers/state/types.ts';
import { sceneModelOf, type SceneModel } from '../../scenes/optimizers/relief/model.ts';

export interface Scene {
  readonly state: LabState;
  readonly runs: readonly RunView[];
  readonly model: SceneModel;
}

/** The scene of a few overrides, as the page makes it. */
export function sceneOf(overrides: Overrides = {}): Scene {
  const state = resolve(overrides);
  const runs = recordsOf(state);
  return { state, runs, model: sceneModelOf(state, runs) };
}

/** SGD alone on the book's bowl: its y is 2 (1 − 2 lr)ⁿ and its x is −7 (1 − lr/10)ⁿ. */
export const sgdAlone = (lr: number, steps: number): Overrides => ({
  steps,
  runs: {
    sgd: { params: { lr } },
    momentum: { enabled: false },
    adagrad: { enabled: false },
    adam: { enabled: false },
  },
});
