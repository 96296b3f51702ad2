import type { RunView } from '../runs/runViews.ts';
import { bookRows } from './bookRows.ts';
import { screenX, screenY, type Plane } from './plane.ts';

export interface Iterate {
  readonly run: RunView;
  readonly row: number;
}

/** The drawn iterate nearest to a place of the plan (CSS pixels), of those up to `step` and at most `reach` away; the later one where they coincide. */
export function nearestIterate(
  runs: readonly RunView[],
  step: number,
  plane: Plane,
  [px, py]: readonly [number, number],
  reach: number,
): Iterate | null {
  let best: Iterate | null = null;
  let least = reach;
  for (const run of runs) {
    const { x } = run.record;
    const last = Math.min(step, bookRows(run.record) - 1);
    for (let row = 0; row <= last; row++) {
      const distance = Math.hypot(
        screenX(plane, x[2 * row] as number) - px,
        screenY(plane, x[2 * row + 1] as number) - py,
      );
      if (distance <= least) {
        best = { run, row };
        least = distance;
      }
    }
  }
  return best;
}
