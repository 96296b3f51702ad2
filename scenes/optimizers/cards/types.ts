import type { RunView } from '../runs/runViews.ts';
import type { LabState } from '../state/types.ts';
import type { Card, CardAsking } from '../../../src/ui/cards/types.ts';

/** What a card's words are judged by: the records, and the state that they are of. */
export interface Evidence {
  readonly runs: readonly RunView[];
  readonly state: LabState;
}

/** "Where is it at step …?", answered by a mark on the plan and judged by the record: see `predict/mark.ts`. */
export interface MarkQuestion {
  /** An optimizer of the card's scene. */
  readonly run: string;
  readonly step: number;
}

export interface OptimizerCard extends Card<Evidence> {
  readonly plain: Card<Evidence>['look'];
  /** A second way to predict, where the card has one. */
  readonly mark?: MarkQuestion;
}

/** What of a card is fetched when one is opened: all but what stands in `tour.ts`. */
export type Asked = Omit<OptimizerCard, keyof CardAsking>;
