import { useMemo, useSyncExternalStore } from 'react';
import { useReconstructionSession, useReconstructionState, useResults } from '../runs/session.tsx';
import { useSteps } from '../../../src/runs/session.tsx';
import type { Evidence } from './types.ts';

/** The newest of what has been computed, and the state that it is of. */
export function useEvidence(): Evidence {
  const session = useReconstructionSession();
  const state = useReconstructionState((all) => all);
  const results = useResults((all) => all);
  const more = useSyncExternalStore(session.more.subscribe, session.more.getState);
  const steps = useSteps();
  return useMemo(() => ({ results, more, state: { ...state, steps } }), [results, more, state, steps]);
}
