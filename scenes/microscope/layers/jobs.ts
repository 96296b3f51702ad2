import { proxy } from 'comlink';
import { askingWorker } from '../../../src/jobs/asking.ts';
import { hearing, ticketed } from '../../../src/jobs/ticketed.ts';
import type { JobEvents } from '../../../src/scene/model.ts';
import type { LayersApi } from './api.ts';
import type { LayersSpec, Row } from './run/types.ts';

export interface LayersJobs {
  /** `onRows` gets the records as they are made. */
  trainLayers(spec: LayersSpec, onRows: (rows: readonly Row[]) => void, signal: AbortSignal): Promise<void>;
  dispose(): void;
}

const spawn = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export function openLayersJobs({ onRestart }: JobEvents): LayersJobs {
  const asker = askingWorker<LayersApi>({ spawn, greet: (api) => api.open(), onDeath: onRestart });
  const ask = ticketed(asker);
  return {
    trainLayers: (spec, onRows, signal) =>
      ask(signal, (api, ticket, heard) => api.train(spec, ticket, proxy(hearing(heard, signal, onRows)))),
    dispose: () => asker.dispose(),
  };
}
