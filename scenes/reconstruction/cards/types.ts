import type { More } from '../../../src/runs/reconstruction/more.ts';
import type { Results } from '../../../src/runs/reconstruction/results.ts';
import type { ReconstructionState } from '../../../src/state/reconstruction/types.ts';
import type { Card } from '../../../src/ui/cards/types.ts';

/** What the scene's cards are judged by: what has been computed, and the state that it is of. */
export interface Evidence {
  readonly results: Pick<Results, 'shown' | 'truth' | 'answer' | 'lookup' | 'compared'>;
  readonly more: Pick<More, 'means'>;
  readonly state: Omit<ReconstructionState, 'steps'> & { readonly steps: number };
}

export type ReconstructionCard = Card<Evidence>;
