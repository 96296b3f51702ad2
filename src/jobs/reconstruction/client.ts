import { proxy } from 'comlink';
import type { Points } from '../../clouds/types.ts';
import type { Picture, Sample } from '../../reconstruction/types.ts';
import { askingWorker } from '../asking.ts';
import type { Answer, Fetching, LookUp, Measures, ReconstructionWorkerApi } from './api.ts';

/**
 * Every call may reject: with an AbortError when its signal aborts or, where the newest wins, a newer one takes its place; with
 * WorkerBrokenError where no worker can be had; with what the worker threw (an AssetError by its name where a file cannot be had: the
 * next call tries again).
 */
export interface ReconstructionJobs {
  /** The network's answer. The newest wins. */
  answer(picture: Picture, signal?: AbortSignal): Promise<Answer>;
  /** The retrieved neighbour. The newest wins. */
  lookUp(picture: Picture, signal?: AbortSignal): Promise<LookUp>;
  truth(category: string, seed: number, signal?: AbortSignal): Promise<Sample>;
  measure(a: Points, b: Points, signal?: AbortSignal): Promise<Measures>;
  match(a: Points, b: Points, signal?: AbortSignal): Promise<Int32Array>;
  /** The newest wins. */
  many(picture: Picture, count: number, seed: number, signal?: AbortSignal): Promise<readonly Points[]>;
  /** Hears of files that are being fetched; null: none. Returns a function that ends it. */
  onFetching(listener: (fetching: Fetching | null) => void): () => void;
  dispose(): void;
}

export interface ReconstructionJobsOptions {
  readonly spawn?: () => Worker;
  /** Hears of a worker that died and is replaced. */
  readonly onRestart?: () => void;
}

const spawnWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** The page's reconstruction jobs. Nothing is loaded before the first call. */
export function createReconstructionJobs({
  spawn = spawnWorker,
  onRestart = () => undefined,
}: ReconstructionJobsOptions = {}): ReconstructionJobs {
  const listeners = new Set<(fetching: Fetching | null) => void>();
  const onFetch = (fetching: Fetching | null) => {
    for (const listener of listeners) listener(fetching);
  };
  const { ask, dispose } = askingWorker<ReconstructionWorkerApi>({
    spawn,
    greet: (api) => api.open(proxy(onFetch)),
    onDeath: () => {
      onFetch(null);
      onRestart();
    },
  });

  return {
    answer: (picture, signal) => ask((api) => api.answer(picture), { lane: 'answer', signal }),
    lookUp: (picture, signal) => ask((api) => api.lookUp(picture), { lane: 'lookUp', signal }),
    truth: (category, seed, signal) => ask((api) => api.truth(category, seed), { signal }),
    measure: (a, b, signal) => ask((api) => api.measure(a, b), { signal }),
    match: (a, b, signal) => ask((api) => api.match(a, b), { signal }),
    many: (picture, count, seed, signal) => ask((api) => api.many(picture, count, seed), { lane: 'many', signal }),
    onFetching(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose,
  };
}
