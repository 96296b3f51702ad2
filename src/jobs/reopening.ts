import { WorkerBrokenError } from './remote.ts';

/**
 * Runs jobs on something that may die under them, and opens it when a job first needs it. `bury` hears once of each death
 * and answers what stands in for the dead one, or null: the next attempt opens another. Where `bury` throws, the job
 * rejects with that; where `open` rejects, with its error, and the next job tries again.
 */
export function reopening<T>(
  open: () => Promise<T>,
  bury: (dead: T, death: WorkerBrokenError) => Promise<T> | null,
): <R>(job: (one: T) => Promise<R>) => Promise<R> {
  let current: Promise<T> | null = null;
  return async (job) => {
    for (;;) {
      const opening = (current ??= open());
      let one: T;
      try {
        one = await opening;
      } catch (error) {
        if (current === opening) current = null;
        throw error;
      }
      try {
        return await job(one);
      } catch (error) {
        if (!(error instanceof WorkerBrokenError)) throw error;
        // Several jobs may find the same one dead.
        if (current !== opening) continue;
        current = null;
        current = bury(one, error);
      }
    }
  };
}
