import { proxy } from 'comlink';
import type { Points } from '../../clouds/types.ts';
import { askingWorker } from '../asking.ts';
import type { KinByChamfer, KinMap, KinPlace, Means, MeansSpec, MoreWorkerApi, Spread } from './moreApi.ts';

/** Calls reject as those of `ReconstructionJobs` do. */
export interface MoreJobs {
  /** The newest wins. */
  means(spec: MeansSpec, signal?: AbortSignal): Promise<Means>;
  kinMap(): Promise<KinMap>;
  kinPlace(feature: ArrayLike<number>, signal?: AbortSignal): Promise<KinPlace>;
  /** The newest wins. `onPart` hears 0 … 1. */
  kinByChamfer(points: Points, onPart: (part: number) => void, signal?: AbortSignal): Promise<KinByChamfer>;
  /** The newest wins. */
  spread(samples: readonly Points[], signal?: AbortSignal): Promise<Spread>;
  dispose(): void;
}

const spawnWorker = (): Worker => new Worker(new URL('./moreWorker.ts', import.meta.url), { type: 'module' });

/** The jobs of the views `losses`, `kin` and `many`, in a worker of their own: toys may take seconds, and the answer must not wait for them. */
export function createMoreJobs(spawn: () => Worker = spawnWorker): MoreJobs {
  const { ask, dispose } = askingWorker<MoreWorkerApi>({ spawn, greet: (api) => api.open() });
  return {
    means: (spec, signal) => ask((api) => api.means(spec), { lane: 'means', signal }),
    kinMap: () => ask((api) => api.kinMap()),
    kinPlace: (feature, signal) => ask((api) => api.kinPlace(feature), { signal }),
    kinByChamfer: (points, onPart, signal) =>
      ask(
        (api) =>
          api.kinByChamfer(
            points,
            proxy((part: number) => {
              if (!signal?.aborted) onPart(part);
            }),
          ),
        { lane: 'chamfer', signal },
      ),
    spread: (samples, signal) => ask((api) => api.spread(samples), { lane: 'spread', signal }),
    dispose,
  };
}
