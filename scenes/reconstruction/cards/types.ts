import type { More } from '../runs/more.ts';
import type { Results } from '../runs/results.ts';
import type { ReconstructionState } from '../state/types.ts';
import type { Card } from '../../../src/ui/cards/types.ts';

/** What the scene's cards are judged by: what has been computed, and the state that it is of. */
export interface Evidence {
  readonly results: Pick<Results, 'shown' | 'truth' | 'answer' | 'lookup' | 'compared'>;
  readonly more: Pick<More, 'means'>;
  readonly state: Omit<ReconstructionState, 'steps'> & { readonly steps: number };
}

export type ReconstructionCard = Card<Evidence>;
