import type { StoreApi } from 'zustand/vanilla';
import type { Crew } from '../../../src/jobs/crew/crew.ts';
import { WorkerBrokenError } from '../../../src/jobs/remote.ts';
import { createResults, type Results, type Shown } from '../../../src/scene/results/results.ts';
import type { Asking } from '../../../src/scene/results/types.ts';

export type Run<S, R> = (spec: S, crew: Crew, asking: Asking<R>) => Promise<R>;

/** Answers questions for as long as they are on view, by workers that the first one opens; a newer question ends the older. */
export function openCrewed<S, R>(store: StoreApi<Shown<R>>, run: Run<S, R>, open: () => Promise<Crew>): Results<S, R> {
  let crew: Promise<Crew> | null = null;
  const opened = () => {
    const fresh = (crew ??= open());
    // One that did not come up is tried again with the next question.
    fresh.catch(() => forget(fresh));
    return fresh;
  };
  function forget(gone: Promise<Crew>): void {
    if (crew === gone) crew = null;
    void gone.then((one) => one.close()).catch(() => undefined);
  }
  const results = createResults<S, R>({
    ...{ store, ends: true, kept: 8 },
    async run(spec, asking) {
      const asked = opened();
      try {
        return await run(spec, await asked, asking);
      } catch (error) {
        // A member died: the others answer no more questions of this crew, the next question has a new one.
        if (error instanceof WorkerBrokenError) forget(asked);
        throw error;
      }
    },
  });
  return {
    ...results,
    dispose() {
      results.dispose();
      if (crew) forget(crew);
    },
  };
}
