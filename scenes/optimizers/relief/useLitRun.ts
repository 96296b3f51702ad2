import { useSyncExternalStore } from 'react';
import type { HighlightStore } from '../../../src/runs/highlight.ts';
import { useSession } from '../../../src/runs/session.tsx';

function runLitIn({ getState }: HighlightStore): string | null {
  const { lit } = getState();
  return lit?.kind === 'run' ? lit.id : null;
}

/** The optimizer that is lit up, or null. */
export function useLitRun(): string | null {
  const { highlight } = useSession();
  return useSyncExternalStore(highlight.subscribe, () => runLitIn(highlight));
}
