import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TrainProgress } from '../../../src/jobs/trainDo.ts';
import type { DoMaps } from '../../../src/registration/do/types.ts';

/** What became of the training that was asked for last. */
type Outcome = 'none' | 'running' | 'done' | 'cancelled' | 'failed';

/** Maps that this browser keeps, opened. */
export interface KeptMaps {
  readonly key: string;
  readonly maps: DoMaps;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Training {
  readonly outcome: Outcome;
  /** null: it has not begun. */
  readonly progress: TrainProgress | null;
  readonly seconds: number;
  readonly failure: string | null;
  /** This browser keeps no checkpoints and no maps. */
  readonly unsaved: boolean;
  /** The newest first. */
  readonly kept: readonly KeptMaps[];
  readonly cancel: () => void;
}

export type TrainingStore = StoreApi<Training>;

export function createTrainingStore(): TrainingStore {
  return createStore<Training>(() => ({
    ...{ outcome: 'none', progress: null, seconds: 0, failure: null, unsaved: false, kept: [] },
    cancel: () => undefined,
  }));
}
