import { proxy } from 'comlink';
import type { ImageFile } from '../../../src/io/images/types.ts';
import { askingWorker } from '../../../src/jobs/asking.ts';
import type { CutAsk, CutWorkerApi, FoundCut, Or } from './cutApi.ts';

/** Reads pictures and cuts out objects in a worker of their own, so that the network never waits for them. Rejects with WorkerBrokenError. */
export interface Cutting {
  read(file: Blob): Promise<Or<ImageFile>>;
  /** Of a file that was just read. The newest wins: whose place is taken rejects with an AbortError. */
  cut(ask: CutAsk): Promise<Or<FoundCut>>;
  /** The same for the picture in hand, in a queue of its own: a file's first cut never loses its place to a slider. */
  recut(ask: CutAsk, options?: RecutOptions): Promise<Or<FoundCut>>;
}

export interface RecutOptions {
  /** Aborted, it is stopped. */
  readonly signal?: AbortSignal;
  /** Hears 0 … 1. */
  readonly onPart?: (part: number) => void;
}

const spawnWorker = (): Worker => new Worker(new URL('./cutWorker.ts', import.meta.url), { type: 'module' });

/** Nothing is loaded before the first call; a worker that died is replaced by the next one. It stands as long as the page. */
export function createCutting(spawn = spawnWorker): Cutting {
  const { ask } = askingWorker<CutWorkerApi>({ spawn, greet: (api) => api.open(), stops: true });
  return {
    read: (file) => ask<Or<ImageFile>>((api) => api.read(file)),
    cut: (spec) => ask<Or<FoundCut>>((api) => api.cut(spec, proxy(nobody)), { lane: 'cut' }),
    recut: (spec, { signal, onPart = nobody } = {}) =>
      ask<Or<FoundCut>>((api, heard) => api.cut(spec, proxy(alsoHeard(heard, onPart))), {
        lane: 'recut',
        ...(signal && { signal }),
      }),
  };
}

const nobody = (): void => undefined;

/** Progress is a sign of life. */
const alsoHeard = (heard: () => void, onPart: (part: number) => void) => (part: number) => {
  heard();
  onPart(part);
};
