import { abortError } from '../newestWins.ts';
import { openWorker, type RemoteWorker } from '../remote.ts';
import { reopening } from '../reopening.ts';
import type { Kept, RegisterAnswer, RegisterAsk, RegistrationWorkerApi } from './api.ts';

/** How long an aborted job may go on: most end by themselves before a new worker would have started. */
const GRACE_MILLISECONDS = 200;
/** A job under which so many workers die is what kills them. */
const DEATHS = 2;

/** The worker with what it holds. */
interface Open {
  readonly worker: RemoteWorker<RegistrationWorkerApi>;
  readonly held: Map<string, Kept>;
}

export interface Station {
  keep(id: string, kept: Kept): void;
  forget(id: string): void;
  /** One after another. An aborted one rejects with an AbortError, and is ended with its worker unless it ends soon itself. */
  register(ask: RegisterAsk, signal: AbortSignal): Promise<RegisterAnswer>;
}

/**
 * The registration worker as the page has it: started by the first job, replaced when it dies or must be stopped. Clouds
 * and maps are kept here too, and sent when a job first needs them.
 */
export function createStation(spawn: () => Worker, ending: AbortSignal, onRestart: () => void): Station {
  const things = new Map<string, Kept>();
  let turn: Promise<unknown> = Promise.resolve();
  /** Set while a worker is ended on purpose. */
  let stopping = false;

  const onWorker = reopening<Open>(
    async () => ({
      worker: await openWorker<RegistrationWorkerApi>(spawn, (api) => api.open(), ending),
      held: new Map(),
    }),
    ({ worker }, death) => {
      worker.kill(death.message);
      if (!stopping) onRestart();
      return null;
    },
  );

  async function send({ worker, held }: Open, id: string): Promise<void> {
    const thing = things.get(id);
    if (!thing) throw new Error(`no cloud or maps were put as "${id}"`);
    if (held.get(id) === thing) return;
    await worker.alive(worker.api.keep(id, thing));
    held.set(id, thing);
  }

  /** What was forgotten here leaves the worker too, before the next job. */
  async function sweep({ worker, held }: Open): Promise<void> {
    for (const id of held.keys()) {
      if (things.has(id)) continue;
      held.delete(id);
      await worker.alive(worker.api.forget(id));
    }
  }

  function ask(question: RegisterAsk, signal: AbortSignal): Promise<RegisterAnswer> {
    let deaths = 0;
    return onWorker(async (open) => {
      if (signal.aborted) throw abortError('aborted');
      if (deaths++ >= DEATHS) throw new Error('the worker died twice under this job');
      let grace: ReturnType<typeof setTimeout> | undefined;
      const stop = () => {
        grace = setTimeout(() => {
          stopping = true;
          open.worker.kill('stopped');
        }, GRACE_MILLISECONDS);
      };
      signal.addEventListener('abort', stop, { once: true });
      try {
        await sweep(open);
        for (const id of [question.source, question.target, ...(question.maps === null ? [] : [question.maps])]) {
          await send(open, id);
        }
        return await open.worker.alive(open.worker.api.register(question));
      } finally {
        signal.removeEventListener('abort', stop);
        clearTimeout(grace);
      }
    }).finally(() => (stopping = false));
  }

  return {
    keep: (id, kept) => things.set(id, kept),
    forget: (id) => things.delete(id),
    register(question, signal) {
      const mine = turn.then(() => ask(question, signal));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}
