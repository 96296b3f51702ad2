import { wrap } from 'comlink';
import type { Runner, WorkerApi } from './runner.ts';

export class WorkerBrokenError extends Error {
  override readonly name = 'WorkerBrokenError';
}

/**
 * The worker ends with `ending`, even while it still starts.
 * @throws {WorkerBrokenError} when the worker does not come up; later calls reject with it when the worker dies.
 */
export async function openWorkerRunner(
  spawn: () => Worker,
  override: string | undefined,
  ending: AbortSignal,
): Promise<Runner> {
  let worker: Worker;
  try {
    worker = spawn();
  } catch (error) {
    throw new WorkerBrokenError(error instanceof Error ? error.message : String(error));
  }
  // Without this a call to a worker that failed to load would never settle. Not one promise to race against: it would
  // remember every call of the worker's life.
  let up = false;
  let death: WorkerBrokenError | null = null;
  const waiting = new Set<(death: WorkerBrokenError) => void>();
  worker.addEventListener('error', (event) => {
    death ??= new WorkerBrokenError(event.message || (up ? 'it gave no reason' : 'its script could not be loaded'));
    for (const reject of waiting) reject(death);
  });
  const alive = <T>(answer: Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (death) reject(death);
      waiting.add(reject);
      void answer.then(resolve, reject).finally(() => waiting.delete(reject));
    });
  ending.addEventListener('abort', () => worker.terminate(), { once: true });
  const api = wrap<WorkerApi>(worker);
  try {
    await alive(api.open(override));
    up = true;
  } catch (error) {
    worker.terminate();
    throw error instanceof WorkerBrokenError ? error : new WorkerBrokenError(String(error));
  }
  return {
    // The spec that comes back is a copy: callers get the one that they gave.
    grid: async (spec) => ({ ...(await alive(api.grid(spec))), spec }),
    swarm: async (spec) => ({ ...(await alive(api.swarm(spec))), spec }),
    report: () => alive(api.report()),
    loseContext: () => alive(api.loseContext()),
    close: () => worker.terminate(),
  };
}
