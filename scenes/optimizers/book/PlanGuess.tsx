import { useGuess } from '../runs/useRuns.ts';
import type { RunView } from '../runs/runViews.ts';
import { screenX, screenY, type Plane } from './plane.ts';

/** The visitor's mark on the plan of the run that it is about. */
export function PlanGuess({ runs, plane }: { readonly runs: readonly RunView[]; readonly plane: Plane }) {
  const { run, at } = useGuess();
  if (!at || !runs.some(({ id }) => id === run)) return null;
  return (
    <path
      className="plan-guess"
      data-guess=""
      transform={`translate(${screenX(plane, at[0])} ${screenY(plane, at[1])})`}
      d="M-6 -6L6 6M-6 6L6 -6"
    />
  );
}
