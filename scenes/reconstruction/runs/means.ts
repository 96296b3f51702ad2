import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Means, MeansSpec } from '../../../src/jobs/reconstruction/moreApi.ts';
import { messageOf, useMoreJobs } from './moreJobs.ts';
import { useReconstructionSession, useReconstructionState, type ReconstructionSession } from './session.tsx';

/** What the state asks for. The same object as long as nothing of it changes. */
function useMeansSpec(): MeansSpec {
  const toy = useReconstructionState((state) => state.toy);
  const optimizer = useReconstructionState((state) => state.meanOptimizer);
  const lr = useReconstructionState((state) => state.meanLr);
  const seed = useReconstructionState((state) => state.meanSeed);
  const points = useReconstructionState((state) => state.meanPoints);
  return useMemo(() => ({ toy, optimizer, lr, seed, points }), [toy, optimizer, lr, seed, points]);
}

const same = (a: MeansSpec, b: MeansSpec): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The newest mean shapes, whatever they are of: during a drag those before stay the picture. */
export function useMeans(): Means | null {
  const { more } = useReconstructionSession();
  return useSyncExternalStore(more.subscribe, () => more.getState().means);
}

/** Those of exactly this state; null while they are being found. */
export function useFreshMeans(): Means | null {
  const means = useMeans();
  const spec = useMeansSpec();
  return means && same(means.spec, spec) ? means : null;
}

/** Of a state, outside of a component. */
export function freshMeans({ more, store }: ReconstructionSession): Means | null {
  const { means } = more.getState();
  const { toy, meanOptimizer, meanLr, meanSeed, meanPoints } = store.get().state;
  const spec = { toy, optimizer: meanOptimizer, lr: meanLr, seed: meanSeed, points: meanPoints };
  return means && same(means.spec, spec) ? means : null;
}

/** Finds the mean shapes that the state asks for, as long as the view stands. */
export function useFindMeans(): void {
  const { more } = useReconstructionSession();
  const jobs = useMoreJobs('meansFailure');
  const spec = useMeansSpec();
  useEffect(() => {
    if (!jobs) return undefined;
    more.setState({ meansFailure: null });
    const known = more.getState().means;
    if (known && same(known.spec, spec)) return undefined;
    const ending = new AbortController();
    jobs.means(spec, ending.signal).then(
      (means) => more.setState({ means }),
      (error: unknown) => {
        if (!ending.signal.aborted && !isAbort(error)) more.setState({ meansFailure: messageOf(error) });
      },
    );
    return () => ending.abort();
  }, [more, jobs, spec]);
}

export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
