import { openWorker, WorkerGivenUpError } from './remote.ts';
import type { Runner, WorkerApi } from './runner.ts';

/**
 * The worker ends with `ending`, even while it still starts.
 * @throws {WorkerBrokenError} when the worker does not come up; later calls reject with it when the worker dies, with
 * WorkerGivenUpError when the visitor gives it up.
 */
export async function openWorkerRunner(
  spawn: () => Worker,
  override: string | undefined,
  ending: AbortSignal,
): Promise<Runner> {
  const { api, alive, kill } = await openUntilHeard(spawn, override, ending);
  return {
    // The spec that comes back is a copy: callers get the one that they gave.
    grid: async (spec) => ({ ...(await alive(api.grid(spec))), spec }),
    swarm: async (spec) => ({ ...(await alive(api.swarm(spec))), spec }),
    basin: (spec) => alive(api.basin(spec)),
    report: () => alive(api.report()),
    loseContext: () => alive(api.loseContext()),
    close: () => kill('it was closed'),
  };
}

/** One that is given up while it still starts is followed by another. */
async function openUntilHeard(spawn: () => Worker, override: string | undefined, ending: AbortSignal) {
  for (;;) {
    try {
      return await openWorker<WorkerApi>(
        spawn,
        (api) => api.open(override),
        ending,
        () => undefined,
      );
    } catch (error) {
      if (!(error instanceof WorkerGivenUpError)) throw error;
    }
  }
}
