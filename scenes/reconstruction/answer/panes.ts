import type { Points } from '../../../src/clouds/types.ts';
import type { Measures } from '../../../src/reconstruction/metrics/measure.ts';
import type { State, PaneId } from '../state.ts';
import type { Seen } from '../picture/see.ts';

/** What one pane shows, picked from the results. */
export interface PaneContent {
  readonly points: Points | null;
  /** Of its cloud against the truth; of the truth: the network's. null: there is nothing to compare with, or not yet. */
  readonly measures: Measures | null;
  /** Distance of each of its points, where it is known: to the truth; of the truth's own points: to the network's answer. */
  readonly distances: Float64Array | null;
}

export function contentOf(id: PaneId, { answer, truth, lookup, compared }: Seen): PaneContent {
  switch (id) {
    case 'network':
      return {
        points: answer?.points ?? null,
        measures: compared.network,
        distances: compared.network?.distanceToB ?? null,
      };
    case 'truth':
      return { points: truth, measures: compared.network, distances: compared.network?.distanceToA ?? null };
    case 'lookup':
      return {
        points: lookup?.points ?? null,
        measures: compared.lookup,
        distances: compared.lookup?.distanceToB ?? null,
      };
  }
}

/** The panes that have a place: the truth has none where nobody knows it. */
export function panesOf({ panes }: State, { shown, truth }: Seen): readonly PaneId[] {
  const known = panes.filter((id) => id !== 'truth' || shown === null || truth !== null);
  return known.length > 0 ? known : ['network'];
}
