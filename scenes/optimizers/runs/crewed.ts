import type { StoreApi } from 'zustand/vanilla';
import type { Crew } from '../../../src/jobs/crew/crew.ts';
import { holdCrew } from '../../../src/jobs/crew/held.ts';
import { createResults, type Results, type Shown } from '../../../src/scene/results/results.ts';
import type { Asking } from '../../../src/scene/results/types.ts';

export type Run<S, R> = (spec: S, crew: Crew, asking: Asking<R>) => Promise<R>;

/** Answers questions for as long as they are on view, by workers that the first one opens; a newer question ends the older. */
export function openCrewed<S, R>(store: StoreApi<Shown<R>>, run: Run<S, R>, open: () => Promise<Crew>): Results<S, R> {
  const held = holdCrew(open);
  const results = createResults<S, R>({
    ...{ store, ends: true, kept: 8 },
    run: (spec, asking) => held.run((crew) => run(spec, crew, asking)),
  });
  return {
    ...results,
    dispose() {
      results.dispose();
      held.dispose();
    },
  };
}
