import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { experiments, type ExperimentId, type ExperimentState } from '../../../../src/networks/experiments/index.ts';
import type { BookResult } from './types.ts';

/** A run as this browser keeps it. */
export interface KeptRun {
  /** Where it stands; null: it is whole. */
  readonly state: ExperimentState | null;
  readonly result: BookResult;
}

/** With what computes otherwise than before, what was kept is of no use: count it up. */
const EDITION = 1;

let opened: UseStore | null = null;
const store = (): UseStore => (opened ??= createStore('koubai-microscope', 'runs'));

/** One run: the experiment as it is set today, in that arithmetic. */
export const runKey = (id: ExperimentId, seed: number, arithmetic: string): string =>
  JSON.stringify([EDITION, id, seed, arithmetic, experiments[id]]);

/** Where the browser keeps nothing (private windows, storage denied) a run begins anew: that is all. */
export const keptRun = (key: string): Promise<KeptRun | undefined> => get<KeptRun>(key, store()).catch(() => undefined);
export const keepRun = (key: string, run: KeptRun): Promise<void> => set(key, run, store()).catch(() => undefined);
export const forgetRun = (key: string): Promise<void> => del(key, store()).catch(() => undefined);
