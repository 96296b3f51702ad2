import type { ImageFile } from '../../io/images/types.ts';
import { newestWins } from '../newestWins.ts';
import { openWorker, type RemoteWorker } from '../remote.ts';
import type { CutAsk, CutWorkerApi, FoundCut, Or } from './cutApi.ts';

/** Reads pictures and cuts out objects in a worker of their own, so that the network never waits for them. Rejects with WorkerBrokenError. */
export interface Cutting {
  read(file: Blob): Promise<Or<ImageFile>>;
  /** Of a file that was just read. The newest wins: whose place is taken rejects with an AbortError. */
  cut(ask: CutAsk): Promise<Or<FoundCut>>;
  /** The same for the picture in hand, in a queue of its own: a file's first cut never loses its place to a slider. */
  recut(ask: CutAsk): Promise<Or<FoundCut>>;
}

const spawnWorker = (): Worker => new Worker(new URL('./cutWorker.ts', import.meta.url), { type: 'module' });

/** Nothing is loaded before the first call; a worker that died is replaced by the next one. It stands as long as the page. */
export function createCutting(spawn = spawnWorker): Cutting {
  let opened: Promise<RemoteWorker<CutWorkerApi>> | null = null;
  const forever = new AbortController().signal;

  async function ask<T>(call: (worker: RemoteWorker<CutWorkerApi>) => Promise<T>): Promise<T> {
    opened ??= openWorker<CutWorkerApi>(spawn, (api) => api.open(), forever);
    const mine = opened;
    try {
      const worker = await mine;
      return await worker.alive(call(worker));
    } catch (error) {
      if (opened === mine) {
        opened = null;
        void mine.then(
          ({ kill }) => kill('it failed'),
          () => undefined,
        );
      }
      throw error;
    }
  }

  const cut = async (spec: CutAsk) => ask(async ({ api }) => api.cut(spec));

  return {
    read: (file) => ask(async ({ api }) => api.read(file)),
    cut: newestWins(cut),
    recut: newestWins(cut),
  };
}
