import type { TextKey } from '../../i18n/index.ts';
import type { RunView } from '../../runs/runViews.ts';
import type { LabState } from '../../state/types.ts';

/** What a card's words are judged by: the records, and the state that they are of. */
export interface Evidence {
  readonly runs: readonly RunView[];
  readonly state: LabState;
}

/** A live number: with `decimals`, so many always; else at most `digits` significant ones (4). `degrees` adds the sign. */
export interface Live {
  readonly value: number;
  readonly digits?: number;
  readonly decimals?: number;
  readonly degrees?: boolean;
}

/** A sentence of what to look at now, and the numbers in it. */
export interface CardLook {
  readonly text: TextKey;
  readonly values: Readonly<Record<string, Live>>;
}

/** "Where is it at step …?", answered by a mark on the plan and judged by the record: see `mark.ts`. */
export interface MarkQuestion {
  /** An optimizer of the card's scene. */
  readonly run: string;
  readonly step: number;
}

/**
 * A question with the scene that answers it. Its texts stand in the dictionaries: `card.<id>.title`, `card.<id>.ask` and, for
 * each of `answers`, `card.<id>.answer.<answer>`. In a text `<sgd>…</sgd>` names a thing of the scene, see `words.ts`.
 */
export interface Card {
  readonly id: string;
  /** The fragment that sets the scene, resting before its first update. */
  readonly link: string;
  /** What one may predict, in the order shown. */
  readonly answers: readonly string[];
  /** A second way to predict, where the card has one. */
  readonly mark?: MarkQuestion;
  /** The step at which the record has decided. */
  readonly judgedAt: number;
  /** The answer that the records bear out; null where they decide nothing (another scene than the card's). */
  readonly outcome: (evidence: Evidence) => string | null;
  /** Whether the records of the card's own scene show what its texts say. */
  readonly claim: (evidence: Evidence) => boolean;
  /** null where the scene has no longer what the card speaks of. */
  readonly look: (evidence: Evidence, step: number) => CardLook | null;
}
