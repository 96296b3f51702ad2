import { wrap, type Remote } from 'comlink';
import { watchSilence } from './silence.ts';

export class WorkerBrokenError extends Error {
  override readonly name = 'WorkerBrokenError';
}

/** The visitor gave the worker up after it was silent for long: no failure of its own. */
export class WorkerGivenUpError extends WorkerBrokenError {}

/** A worker that came up, and its calls. */
export interface RemoteWorker<Api> {
  readonly api: Remote<Api>;
  /** The answer of a call to `api`; rejects with WorkerBrokenError when the worker dies before it comes. */
  alive<T>(answer: Promise<T>): Promise<T>;
  /** It gives a sign of life by other ways than an answer: progress, which comes through a port of its own. */
  heard(): void;
  /** Ends the worker; what still waits for it rejects with WorkerBrokenError. */
  kill(reason: string): void;
}

/**
 * Starts a worker and waits for the answer to its first call. It ends with `ending`, even while it still starts. `onAnew`: the visitor gave it up after it was silent for long
 * (`silences`): it has been ended; absent: nobody is told of its silence.
 * @throws {WorkerBrokenError} when the worker does not come up.
 */
export async function openWorker<Api>(
  spawn: () => Worker,
  greet: (api: Remote<Api>) => Promise<unknown>,
  ending: AbortSignal,
  onAnew?: () => void,
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
  const die = (reason: WorkerBrokenError) => {
    death ??= reason;
    for (const reject of waiting) reject(death);
  };
  const end = (reason: WorkerBrokenError) => {
    die(reason);
    worker.terminate();
    watch?.end();
  };
  const startAnew = () => {
    onAnew?.();
    end(new WorkerGivenUpError('started anew'));
  };
  const watch = onAnew && watchSilence(startAnew);
  if (watch) worker.addEventListener('message', () => watch.heard());
  worker.addEventListener('error', (event) => {
    die(new WorkerBrokenError(event.message || (up ? 'it gave no reason' : 'its script could not be loaded')));
  });
  const alive = <T>(answer: Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (death) reject(death);
      waiting.add(reject);
      watch?.begin();
      const settled = () => {
        waiting.delete(reject);
        if (waiting.size === 0) watch?.end();
      };
      void answer.then(resolve, reject).finally(settled);
    });
  ending.addEventListener(
    'abort',
    () => {
      worker.terminate();
      watch?.end();
    },
    { once: true },
  );
  const api = wrap<Api>(worker);
  try {
    await alive(greet(api));
    up = true;
  } catch (error) {
    worker.terminate();
    watch?.end();
    throw error instanceof WorkerBrokenError ? error : new WorkerBrokenError(String(error));
  }
  return {
    api,
    alive,
    heard: () => watch?.heard(),
    kill: (reason) => end(new WorkerBrokenError(reason)),
  };
}
