import { proxy } from 'comlink';
import { askingWorker } from '../../../src/jobs/asking.ts';
import type { JobEvents } from '../../../src/scene/model.ts';
import type { Points } from '../../../src/clouds/types.ts';
import type { Extras } from '../../../src/reconstruction/network/extras.ts';
import type { Measures } from '../../../src/reconstruction/metrics/measure.ts';
import type { Picture, Sample } from '../../../src/reconstruction/types.ts';
import type { Means, MeansSpec } from '../../../src/toys/means.ts';
import type { Answer, AsideWorkerApi, Fetching, KinByChamfer, KinMap, KinPlace, LookUp } from './api.ts';
import type { NetworkWorkerApi, Spread } from './api.ts';

/**
 * The scene's jobs. Every call may reject: with an AbortError when its signal aborts or, where the newest wins, a newer one takes its place;
 * with WorkerBrokenError where no worker can be had; with what the worker threw (an AssetError by its name where a file cannot be had: the
 * next call tries again).
 */
export interface Jobs {
  /** The network's answer. The newest wins. */
  answer(picture: Picture, extras: Extras, signal?: AbortSignal): Promise<Answer>;
  /** The answer to another picture beside it. */
  answerBeside(picture: Picture, extras: Extras, signal?: AbortSignal): Promise<Answer>;
  /** The retrieved neighbour. The newest wins. */
  lookUp(picture: Picture, signal?: AbortSignal): Promise<LookUp>;
  truth(category: string, seed: number, signal?: AbortSignal): Promise<Sample>;
  measure(a: Points, b: Points, signal?: AbortSignal): Promise<Measures>;
  match(a: Points, b: Points, signal?: AbortSignal): Promise<Int32Array>;
  /** The newest wins. */
  many(picture: Picture, spec: ManyOf, signal?: AbortSignal): Promise<readonly Points[]>;
  /** Aborted, it ends its worker: it may take seconds. */
  means(spec: MeansSpec, signal?: AbortSignal): Promise<Means>;
  kinMap(signal?: AbortSignal): Promise<KinMap>;
  kinPlace(feature: ArrayLike<number>, signal?: AbortSignal): Promise<KinPlace>;
  /** The newest wins. `onPart` hears 0 … 1. */
  kinByChamfer(points: Points, onPart: (part: number) => void, signal?: AbortSignal): Promise<KinByChamfer>;
  kinBetween(a: ArrayLike<number>, b: ArrayLike<number>, signal?: AbortSignal): Promise<number>;
  /** The newest wins. */
  spread(samples: readonly Points[], signal?: AbortSignal): Promise<Spread>;
  /** Hears of files that are being fetched; null: none. Returns a function that ends it. */
  onFetching(listener: (fetching: Fetching | null) => void): () => void;
  dispose(): void;
}

/** So many answers of the many head, by this seed. */
export interface ManyOf {
  readonly count: number;
  readonly seed: number;
  readonly extras: Extras;
}

const networkWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const asideWorker = (): Worker => new Worker(new URL('./asideWorker.ts', import.meta.url), { type: 'module' });

/** Opens the jobs. No worker is started, and nothing loaded, before the first call that needs it. */
export function openJobs({ onRestart }: JobEvents): Jobs {
  const listeners = new Set<(fetching: Fetching | null) => void>();
  const onFetch = (fetching: Fetching | null) => {
    for (const listener of listeners) listener(fetching);
  };
  const network = askingWorker<NetworkWorkerApi>({
    spawn: networkWorker,
    greet: (api) => api.open(proxy(onFetch)),
    onDeath() {
      onFetch(null);
      onRestart();
    },
  });
  const aside = { spawn: asideWorker, greet: (api: AsideApi) => api.open(), onDeath: onRestart };
  const toys = askingWorker<AsideWorkerApi>({ ...aside, stops: true });
  const kin = askingWorker<AsideWorkerApi>(aside);
  return {
    answer: (picture, extras, signal) => network.ask((api) => api.answer(picture, extras), { lane: 'answer', signal }),
    answerBeside: (picture, extras, signal) => network.ask((api) => api.answer(picture, extras), { signal }),
    lookUp: (picture, signal) => network.ask((api) => api.lookUp(picture), { lane: 'lookUp', signal }),
    truth: (category, seed, signal) => network.ask((api) => api.truth(category, seed), { signal }),
    measure: (a, b, signal) => network.ask((api) => api.measure(a, b), { signal }),
    match: (a, b, signal) => network.ask((api) => api.match(a, b), { signal }),
    many: (picture, { count, seed, extras }, signal) =>
      network.ask((api) => api.many(picture, count, seed, extras), { lane: 'many', signal }),
    means: (spec, signal) => toys.ask((api) => api.means(spec), { lane: 'means', signal }),
    kinMap: (signal) => kin.ask((api) => api.kinMap(), { signal }),
    kinPlace: (feature, signal) => kin.ask((api) => api.kinPlace(feature), { signal }),
    kinByChamfer: (points, onPart, signal) =>
      kin.ask((api, heard) => api.kinByChamfer(points, proxy(alsoHeard(heard, onPart))), { lane: 'chamfer', signal }),
    kinBetween: (a, b, signal) => kin.ask((api) => api.kinBetween(a, b), { signal }),
    spread: (samples, signal) => kin.ask((api) => api.spread(samples), { lane: 'spread', signal }),
    onFetching(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      for (const asker of [network, toys, kin]) asker.dispose();
    },
  };
}

/** Progress is a sign of life. */
const alsoHeard = (heard: () => void, onPart: (part: number) => void) => (part: number) => {
  heard();
  onPart(part);
};

type AsideApi = Parameters<Parameters<typeof askingWorker<AsideWorkerApi>>[0]['greet']>[0];
