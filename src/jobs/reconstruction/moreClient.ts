import { proxy, type Remote } from 'comlink';
import type { Points } from '../../clouds/types.ts';
import { abortError, newestWins } from '../newestWins.ts';
import { openWorker, type RemoteWorker } from '../remote.ts';
import { reopening } from '../reopening.ts';
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
/** A job under which so many workers die is what kills them. */
const DEATHS = 2;

/** The jobs of the views `losses`, `kin` and `many`, in a worker of their own: toys may take seconds, and the answer must not wait for them. */
export function createMoreJobs(spawn: () => Worker = spawnWorker): MoreJobs {
  const ending = new AbortController();
  const onWorker = reopening<RemoteWorker<MoreWorkerApi>>(
    () => openWorker<MoreWorkerApi>(spawn, (api) => api.open(), ending.signal),
    (dead, death) => {
      dead.kill(death.message);
      return null;
    },
  );
  async function ask<T>(call: (api: Remote<MoreWorkerApi>) => Promise<T>, signal?: AbortSignal): Promise<T> {
    let deaths = 0;
    const gone = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;
    const stop = () => {
      if (gone.aborted) throw abortError('aborted');
    };
    stop();
    const answer = await onWorker(({ api, alive }) => {
      stop();
      if (deaths++ >= DEATHS) throw new Error('the worker died twice under this job');
      return alive(call(api));
    });
    stop();
    return answer;
  }
  const means = newestWins((spec: MeansSpec, signal) => ask((api) => api.means(spec), signal));
  const byChamfer = newestWins((spec: { points: Points; onPart: (part: number) => void }, signal) =>
    ask(
      (api) =>
        api.kinByChamfer(
          spec.points,
          proxy((part: number) => {
            if (!signal.aborted) spec.onPart(part);
          }),
        ),
      signal,
    ),
  );
  const spread = newestWins((samples: readonly Points[], signal) => ask((api) => api.spread(samples), signal));
  return {
    means,
    kinMap: () => ask((api) => api.kinMap()),
    kinPlace: (feature, signal) => ask((api) => api.kinPlace(feature), signal),
    kinByChamfer: (points, onPart, signal) => byChamfer({ points, onPart }, signal),
    spread,
    dispose: () => ending.abort(),
  };
}
