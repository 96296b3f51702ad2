import { proxy } from 'comlink';
import { readRecord } from '../../../src/io/networks/experiments.ts';
import { askingWorker } from '../../../src/jobs/asking.ts';
import { hearing, ticketed } from '../../../src/jobs/ticketed.ts';
import type { ExperimentId } from '../../../src/networks/experiments/index.ts';
import type { JobEvents } from '../../../src/scene/model.ts';
import type { BookApi } from './api.ts';
import type { BookPart, BookResult, BookSpec } from './run/types.ts';

export interface BookJobs {
  /** What this project ships of it. Rejects with a sentence. */
  bookRecord(id: ExperimentId, signal: AbortSignal): Promise<BookResult>;
  /** `onPart` gets what there is of the result as it grows; aborted, what there is is kept by the browser, and the next run goes on from there. */
  runBook(spec: BookSpec, onPart: (part: BookPart) => void, signal: AbortSignal): Promise<void>;
  forgetBook(spec: BookSpec): Promise<void>;
  dispose(): void;
}

const spawn = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export function openBookJobs({ onRestart }: JobEvents): BookJobs {
  const asker = askingWorker<BookApi>({ spawn, greet: (api) => api.open(), onDeath: onRestart });
  const ask = ticketed(asker);
  return {
    async bookRecord(id, signal) {
      const response = await fetch(new URL(`../../../assets/experiments/${id}.json`, import.meta.url), { signal });
      if (!response.ok) throw new Error(`${id}.json: ${response.status}`);
      return readRecord(await response.text());
    },
    runBook: (spec, onPart, signal) =>
      ask(signal, (api, ticket, heard) => api.run(spec, ticket, proxy(hearing(heard, signal, onPart)))),
    forgetBook: (spec) => asker.ask((api) => api.forget(spec)),
    dispose: () => asker.dispose(),
  };
}
