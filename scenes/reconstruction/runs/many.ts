import { useEffect } from 'react';
import { useComputing } from './jobs.tsx';
import { useMore } from './kin.ts';
import { isAbort } from './means.ts';
import type { Many } from './more.ts';
import { messageOf, useMoreJobs } from './moreJobs.ts';
import type { Shown } from './results.ts';
import {
  useReconstructionSession,
  useReconstructionState,
  useResults,
  type ReconstructionSession,
} from './session.tsx';

/** The newest answers, as long as they are to the shown picture: while others are drawn those before stay the picture. */
export function useMany(): Many | null {
  const many = useMore((more) => more.many);
  return ofShown(
    many,
    useResults((results) => results.shown),
  );
}

/** The same outside of a component. */
export function manyOf({ more, results }: ReconstructionSession): Many | null {
  return ofShown(more.getState().many, results.getState().shown);
}

const ofShown = (many: Many | null, shown: Shown | null): Many | null =>
  many && shown && many.key.startsWith(`${shown.key} `) ? many : null;

/** Asks for many answers to the shown picture, then how far they part, as long as the view stands. */
export function useAskMany(): void {
  const { more } = useReconstructionSession();
  const computing = useComputing();
  const jobs = useMoreJobs('manyFailure');
  const shown = useResults((results) => results.shown);
  const count = useReconstructionState((state) => state.samples);
  const seed = useReconstructionState((state) => state.sampleSeed);
  useEffect(() => {
    if (!computing || !jobs || !shown) return undefined;
    more.setState({ manyFailure: null });
    const key = `${shown.key} ${count} ${seed}`;
    const known = more.getState().many;
    if (known?.key === key && known.spread) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    const ask = async () => {
      const samples = await computing.jobs.many(shown.picture, count, seed, signal);
      more.setState({ many: { key, samples, spread: null } });
      const spread = await jobs.spread(samples, signal);
      more.setState({ many: { key, samples, spread } });
    };
    ask().catch((error: unknown) => {
      if (!signal.aborted && !isAbort(error)) more.setState({ manyFailure: messageOf(error) });
    });
    return () => ending.abort();
  }, [more, computing, jobs, shown, count, seed]);
}
