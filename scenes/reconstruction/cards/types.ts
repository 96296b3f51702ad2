import type { Card } from '../../../src/ui/cards/types.ts';
import type { State } from '../state.ts';
import type { Means } from '../../../src/toys/means.ts';
import type { Seen } from '../picture/see.ts';

/** What the scene's cards are judged by: what has been computed, and the state that it is of. */
export interface Evidence {
  readonly results: Pick<Seen, 'shown' | 'truth' | 'answer' | 'lookup' | 'compared'>;
  readonly means: Means | null;
  readonly state: Omit<State, 'steps'> & { readonly steps: number };
}

export type ReconstructionCard = Card<Evidence>;
