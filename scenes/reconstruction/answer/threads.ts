import type { Measures } from '../../../src/reconstruction/metrics/measure.ts';
import type { Matches } from '../../../src/view/clouds/threads.ts';
import type { ThreadId } from '../state.ts';

/** Lines from a pane's cloud (`from`) to the truth (`to`). Chamfer: both ways, so that a point of the truth that nobody came near has one too. */
export function threadsOf(threads: ThreadId, measures: Measures | null): Matches | null {
  if (!measures || threads === 'none') return null;
  if (threads === 'emd') return { from: measures.assignment.map((_, i) => i), to: measures.assignment };
  const { nearestInB, nearestInA } = measures;
  return {
    from: Int32Array.of(...nearestInB.map((_, i) => i), ...nearestInA),
    to: Int32Array.of(...nearestInB, ...nearestInA.map((_, i) => i)),
  };
}
