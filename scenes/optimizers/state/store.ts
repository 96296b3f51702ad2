import { labRules } from './rules.ts';
import { createSceneStore, type SceneStore, type Snapshot } from '../../../src/state/sceneStore.ts';
import type { LabState, Overrides } from './types.ts';

export type Lab = Snapshot<Overrides, LabState>;
export type LabStore = SceneStore<Overrides, LabState>;

/** The store of the optimizer scene. */
export function createLabStore(initial: Overrides = {}): LabStore {
  return createSceneStore(labRules, initial);
}
