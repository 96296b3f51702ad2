import { useMemo } from 'react';
import { useSteps } from '../../../src/runs/session.tsx';
import { model, useSeen } from '../model.ts';
import type { Evidence } from './types.ts';

/** The newest of what has been computed, and the state that it is of. */
export function useEvidence(): Evidence {
  const state = model.useState((all) => all);
  const results = useSeen();
  const { value: means } = model.useResult('means');
  const steps = useSteps();
  return useMemo(() => ({ results, means, state: { ...state, steps } }), [results, means, state, steps]);
}
