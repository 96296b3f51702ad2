import type { PaneRun } from '../runs/paneRuns.ts';
import type { RegistrationState } from '../state/table.ts';
import type { Card } from '../../../src/ui/cards/types.ts';

/** What the scene's words are judged by: the newest runs, and the state that they are of. */
export interface Evidence {
  /** One a pane; empty until they are all there. */
  readonly runs: readonly PaneRun[];
  readonly state: Omit<RegistrationState, 'steps'> & { readonly steps: number };
}

export type RegistrationCard = Card<Evidence>;
