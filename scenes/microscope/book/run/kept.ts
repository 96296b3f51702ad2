import { createStore, delMany, get, keys, set, update, type UseStore } from 'idb-keyval';
import { experiments, type ExperimentId, type ExperimentState } from '../../../../src/networks/experiments/index.ts';
import { createRuns, type Disk, type Runs } from './runs.ts';
import type { BookResult } from './types.ts';

/** A run as this browser keeps it. */
export interface KeptRun {
  /** Where it stands; null: it is whole. */
  readonly state: ExperimentState | null;
  readonly result: BookResult;
}

/** With what computes otherwise than before, what was kept is of no use: count it up. */
const EDITION = 1;

/** One run: the experiment as it is set today, in that arithmetic. */
export const runKey = (id: ExperimentId, seed: number, arithmetic: string): string =>
  JSON.stringify([EDITION, id, seed, arithmetic, experiments[id]]);

let opened: UseStore | null = null;
const store = (): UseStore => (opened ??= createStore('koubai-microscope', 'runs'));

const disk: Disk<KeptRun> = {
  get: (key) => get<KeptRun>(key, store()),
  set: (key, run) => set(key, run, store()),
  keys: () => keys<string>(store()),
  delete: (gone) => delMany([...gone], store()),
  update: (key, change) => update(key, change, store()),
};

/** What browsers have kept of runs. A state of 16 pairs of nets has 15 MB. */
export const runs: Runs<KeptRun> = createRuns(disk, { most: 8, bytes: 64e6 });
