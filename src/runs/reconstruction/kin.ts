import { useEffect, useSyncExternalStore } from 'react';
import { isAbort } from './means.ts';
import type { More } from './more.ts';
import { useMoreJobs } from './moreJobs.ts';
import { useReconstructionSession, useResults } from './session.tsx';

/** Re-renders when what `select` picks of the views' results changes (Object.is). */
export function useMore<T>(select: (more: More) => T): T {
  const { more } = useReconstructionSession();
  return useSyncExternalStore(more.subscribe, () => select(more.getState()));
}

/** Fetches the map of kin, and finds the shown picture's place and kin on it, as long as the view stands. */
export function useFindKin(): void {
  const { more } = useReconstructionSession();
  const jobs = useMoreJobs();
  const answer = useResults((results) => results.answer);
  const key = useResults((results) => results.shown?.key);
  useEffect(() => {
    if (!jobs || more.getState().kin) return;
    jobs.kinMap().then(
      (kin) => more.setState({ kin, kinFailure: null }),
      (error: unknown) => {
        if (!isAbort(error)) more.setState({ kinFailure: error instanceof Error ? error.message : String(error) });
      },
    );
  }, [more, jobs]);
  useEffect(() => {
    if (!jobs || !answer || key === undefined) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    const find = async () => {
      if (more.getState().kinOf?.key !== key) {
        const found = await jobs.kinPlace(answer.feature, signal);
        more.setState({ kinOf: { key, ...found } });
      }
      if (more.getState().kinByChamfer?.key === key && more.getState().kinByChamfer?.found) return;
      more.setState({ kinByChamfer: { key, part: 0, found: null } });
      const onPart = (part: number) => more.setState({ kinByChamfer: { key, part, found: null } });
      const found = await jobs.kinByChamfer(answer.points, onPart, signal);
      more.setState({ kinByChamfer: { key, part: 1, found } });
    };
    find().catch((error: unknown) => {
      if (!signal.aborted && !isAbort(error))
        more.setState({ kinFailure: error instanceof Error ? error.message : String(error) });
    });
    return () => ending.abort();
  }, [more, jobs, answer, key]);
}
