import type { Remote } from 'comlink';
import type { PointCloud } from '../../../src/clouds/types.ts';
import type { CloudFile } from '../../../src/io/clouds/types.ts';
import type { DoModel, DoTraining } from '../../../src/registration/do/types.ts';
import { askingWorker, askOnce } from '../../../src/jobs/asking.ts';
import { abortError } from '../../../src/jobs/newestWins.ts';
import type { Kept, RegisterAnswer, RegisterAsk, RegistrationWorkerApi } from './api.ts';
import type { Matrix4 } from '../../../src/math/matrix4.ts';
import type { ReaderApi } from './readApi.ts';
import { greetReader, readInWorker, type ReadOptions } from './readInWorker.ts';
import type { TrainOptions } from './trainInPage.ts';

export interface RegistrationJobs {
  /** Sent to the worker when a job first needs it; the same id again replaces it. Do not write to its arrays afterwards. */
  put(id: string, cloud: PointCloud): void;
  /** The same for a map file's bytes. */
  putMaps(id: string, bytes: Uint8Array<ArrayBuffer>): void;
  /** Lets go of a cloud or of maps. */
  forget(id: string): void;
  /**
   * The newest wins in each lane (a view, say): one job runs, one waits, and whose place is taken rejects with an
   * AbortError. An aborted one rejects at once, and truly stops. Rejects with WorkerBrokenError where no worker can be had.
   */
  register(lane: string, ask: RegisterAsk, signal?: AbortSignal): Promise<RegisterAnswer>;
  /** Reads a file in a worker of its own. Rejects with CloudError, or with an AbortError when the signal aborts. */
  readCloud(name: string, file: Blob, options?: ReadOptions): Promise<CloudFile>;
  /** The whole file, moved, as PLY (`writeAlignedPly`), in a worker of its own. `targetFromSource`: in the files' own coordinates. */
  align(file: CloudFile, targetFromSource: Matrix4): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Trains maps on all cores; answers the map file's bytes, which are saved in this browser too. Aborted, it leaves a
   * checkpoint there, from which the same training of the same model goes on.
   */
  train(training: DoTraining, model: DoModel, options?: TrainOptions): Promise<Uint8Array<ArrayBuffer>>;
  dispose(): void;
}

export interface RegistrationJobsOptions {
  readonly spawn?: () => Worker;
  readonly spawnReader?: () => Worker;
  /** Hears of a worker that died and was replaced. */
  readonly onRestart?: () => void;
}

const spawnWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const spawnReaderWorker = (): Worker => new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' });

/** The page's registration jobs. Nothing is loaded before the first call. */
export function createRegistrationJobs({
  spawn = spawnWorker,
  spawnReader = spawnReaderWorker,
  onRestart = () => undefined,
}: RegistrationJobsOptions = {}): RegistrationJobs {
  const ending = new AbortController();
  const { ask, keep, forget, dispose } = askingWorker<RegistrationWorkerApi, Kept>({
    spawn,
    greet: (api) => api.open(),
    onDeath: onRestart,
    holds: { keep: (api, id, thing) => api.keep(id, thing), forget: (api, id) => api.forget(id) },
    stops: true,
  });

  /** Ends with the caller's signal or with `dispose`. */
  const untilDisposed = (signal?: AbortSignal): AbortSignal => {
    if (ending.signal.aborted) throw abortError('the jobs were disposed of');
    return signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;
  };

  return {
    put: (id, cloud) => keep(id, { kind: 'cloud', cloud }),
    putMaps: (id, bytes) => keep(id, { kind: 'maps', bytes }),
    forget,
    register: (lane, question, signal) => {
      const { source, target, maps } = question;
      const uses = [source, target, ...(maps === null ? [] : [maps])];
      return ask((api) => api.register(question), { lane, signal, uses });
    },
    readCloud: async (name, file, options = {}) =>
      readInWorker(spawnReader, name, file, { ...options, signal: untilDisposed(options.signal) }),
    align: async (file, targetFromSource) => {
      const align = (api: Remote<ReaderApi>) => api.align(file, targetFromSource);
      return askOnce(spawnReader, greetReader, align, untilDisposed());
    },
    async train(training, model, options = {}) {
      const signal = untilDisposed(options.signal);
      // Few visits train: its code comes when it is asked for.
      const { trainInPage } = await import('./trainInPage.ts');
      return trainInPage(training, model, { ...options, signal });
    },
    dispose: () => {
      ending.abort();
      dispose();
    },
  };
}
