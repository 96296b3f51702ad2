import { useEffect, useSyncExternalStore } from 'react';
import { isAbort } from './means.ts';
import type { More, MoreStore } from './more.ts';
import { messageOf, useMoreJobs } from './moreJobs.ts';
import { useReconstructionSession, useResults } from './session.tsx';

/** Re-renders when what `select` picks of the views' results changes (Object.is). */
export function useMore<T>(select: (more: More) => T): T {
  const { more } = useReconstructionSession();
  return useSyncExternalStore(more.subscribe, () => select(more.getState()));
}

/** Fetches the map of kin, and finds the shown picture's place and kin on it, as long as the view stands. */
export function useFindKin(): void {
  const { more } = useReconstructionSession();
  const jobs = useMoreJobs('kinFailure');
  const answer = useResults((results) => results.answer);
  const key = useResults((results) => results.shown?.key);
  useEffect(() => {
    if (!jobs || more.getState().kin) return;
    more.setState({ kinFailure: null });
    jobs.kinMap().then(
      (kin) => more.setState({ kin }),
      (error: unknown) => {
        if (!isAbort(error)) more.setState({ kinFailure: messageOf(error) });
      },
    );
  }, [more, jobs]);
  useEffect(() => {
    if (!jobs || !answer || key === undefined) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    const find = async () => {
      // That there is no map is for the map to take back.
      if (more.getState().kin) more.setState({ kinFailure: null });
      if (more.getState().kinOf?.key !== key) {
        const found = await jobs.kinPlace(answer.feature, signal);
        more.setState({ kinOf: { key, ...found } });
      }
      if (more.getState().kinByChamfer?.key === key && more.getState().kinByChamfer?.found) return;
      more.setState({ kinByChamfer: { key, part: 0, found: null } });
      const found = await jobs.kinByChamfer(answer.points, (part) => putPart(more, key, part), signal);
      more.setState({ kinByChamfer: { key, part: 1, found } });
    };
    find().catch((error: unknown) => {
      if (signal.aborted || isAbort(error)) return;
      // Nothing is compared any more.
      const { kinByChamfer } = more.getState();
      more.setState({ kinFailure: messageOf(error), kinByChamfer: kinByChamfer?.found ? kinByChamfer : null });
    });
    return () => ending.abort();
  }, [more, jobs, answer, key]);
}

/** How far the comparison has come; a word that arrives after its end, or during another picture's, says nothing. */
export function putPart(more: MoreStore, key: string, part: number): void {
  const { kinByChamfer } = more.getState();
  if (kinByChamfer?.key === key && !kinByChamfer.found) more.setState({ kinByChamfer: { key, part, found: null } });
}
