import type { Remote } from 'comlink';
import { abortError } from './newestWins.ts';
import { openWorker, type RemoteWorker } from './remote.ts';
import { reopening } from './reopening.ts';

/** A job under which so many workers die is what kills them. */
const DEATHS = 2;

export interface Asking<Api> {
  /** Rejects with an AbortError when `signal` aborts or all has ended; the worker goes on with what nobody waits for any longer. */
  ask<T>(call: (api: Remote<Api>) => Promise<T>, signal?: AbortSignal): Promise<T>;
  dispose(): void;
}

interface AskingOptions<Api> {
  readonly spawn: () => Worker;
  /** The first call: that the worker answers it says that it is up. */
  readonly greet: (api: Remote<Api>) => Promise<unknown>;
  /** Hears of each death but by `dispose`. */
  readonly onDeath?: () => void;
}

/** One worker for calls of a second or less, opened with the first of them; one that dies is replaced, and the call made again. */
export function askingWorker<Api>({ spawn, greet, onDeath }: AskingOptions<Api>): Asking<Api> {
  const ending = new AbortController();
  const onWorker = reopening<RemoteWorker<Api>>(
    () => openWorker<Api>(spawn, greet, ending.signal),
    (dead, death) => {
      dead.kill(death.message);
      if (!ending.signal.aborted) onDeath?.();
      return null;
    },
  );
  return {
    async ask(call, signal) {
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
    },
    dispose: () => ending.abort(),
  };
}
