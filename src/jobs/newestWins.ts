/** Also what an `AbortController` aborts with: callers tell it by its name. */
export function abortError(message: string): DOMException {
  return new DOMException(message, 'AbortError');
}

interface Entry {
  readonly start: () => Promise<void>;
  readonly reject: (reason: DOMException) => void;
}

const never = new AbortController().signal;

/**
 * A queue of one in front of slow work: at most one job runs and one waits. A newer spec takes the waiting one's place,
 * which rejects with an AbortError, so the last slider position is always computed and none before it piles up. What
 * runs is not stopped: during a long drag its results are the picture. A job whose signal aborts rejects at once.
 */
export function newestWins<S, R>(
  run: (spec: S, signal: AbortSignal) => Promise<R>,
): (spec: S, signal?: AbortSignal) => Promise<R> {
  let running = false;
  let waiting: Entry | null = null;

  const next = async (): Promise<void> => {
    if (running) return;
    running = true;
    for (let entry = waiting; entry; entry = waiting) {
      waiting = null;
      await entry.start();
    }
    running = false;
  };

  return (spec, signal = never) =>
    new Promise<R>((resolve, reject) => {
      const entry: Entry = {
        start: () => run(spec, signal).then(resolve, reject).finally(forget),
        reject(reason) {
          forget();
          reject(reason);
        },
      };
      // A signal may outlive many jobs.
      const forget = () => signal.removeEventListener('abort', abort);
      const abort = () => {
        if (waiting === entry) waiting = null;
        entry.reject(abortError('aborted'));
      };
      if (signal.aborted) {
        abort();
        return;
      }
      signal.addEventListener('abort', abort, { once: true });
      waiting?.reject(abortError('a newer job took its place'));
      waiting = entry;
      void next();
    });
}
