import { wrap, type Remote } from 'comlink';

export class WorkerBrokenError extends Error {
  override readonly name = 'WorkerBrokenError';
}

/** A worker that came up, and its calls. */
export interface RemoteWorker<Api> {
  readonly api: Remote<Api>;
  /** The answer of a call to `api`; rejects with WorkerBrokenError when the worker dies before it comes. */
  alive<T>(answer: Promise<T>): Promise<T>;
  /** Ends the worker; what still waits for it rejects with WorkerBrokenError. */
  kill(reason: string): void;
}

/**
 * Starts a worker and waits for the answer to its first call. It ends with `ending`, even while it still starts.
 * @throws {WorkerBrokenError} when the worker does not come up.
 */
export async function openWorker<Api>(
  spawn: () => Worker,
  greet: (api: Remote<Api>) => Promise<unknown>,
  ending: AbortSignal,
): Promise<RemoteWorker<Api>> {
  // What was ended while a job ran looks for another worker: nobody would end that one.
  if (ending.aborted) throw new WorkerBrokenError('it is no longer wanted');
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
  const die = (reason: string) => {
    death ??= new WorkerBrokenError(reason);
    for (const reject of waiting) reject(death);
  };
  worker.addEventListener('error', (event) => {
    die(event.message || (up ? 'it gave no reason' : 'its script could not be loaded'));
  });
  const alive = <T>(answer: Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (death) reject(death);
      waiting.add(reject);
      void answer.then(resolve, reject).finally(() => waiting.delete(reject));
    });
  ending.addEventListener('abort', () => worker.terminate(), { once: true });
  const api = wrap<Api>(worker);
  try {
    await alive(greet(api));
    up = true;
  } catch (error) {
    worker.terminate();
    throw error instanceof WorkerBrokenError ? error : new WorkerBrokenError(String(error));
  }
  return {
    api,
    alive,
    kill(reason) {
      die(reason);
      worker.terminate();
    },
  };
}
