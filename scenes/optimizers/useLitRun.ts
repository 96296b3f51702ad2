import { useEffect, useSyncExternalStore } from 'react';
import type { HighlightStore } from '../../src/runs/highlight.ts';
import { useSession } from '../../src/runs/lab.tsx';

function runLitIn({ getState }: HighlightStore): string | null {
  const { lit } = getState();
  return lit?.kind === 'run' ? lit.id : null;
}

/** The optimizer that is lit up, or null. */
export function useLitRun(): string | null {
  const { highlight } = useSession();
  return useSyncExternalStore(highlight.subscribe, () => runLitIn(highlight));
}

/** Marks the name at the lit optimizer's head; labels come and go with the picture, hence the search. */
export function useLitLabel(overlay: HTMLElement | null): void {
  const lit = useLitRun();
  useEffect(() => {
    if (!overlay || lit === null) return;
    const label = overlay.querySelector(`[data-id="head-${lit}"]`);
    label?.classList.add('lit');
    return () => {
      label?.classList.remove('lit');
    };
  }, [overlay, lit]);
}
