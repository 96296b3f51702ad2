import type { TextKey } from '../../i18n/index.ts';
import type { Highlight } from '../../runs/highlight.ts';

/** What the words of a scene's cards are judged by: the records, and the state that they are of. `steps`: how long the records are. */
export interface CardEvidence {
  readonly state: { readonly steps: number };
  /** What is asked for is still being computed: that nothing is decided yet says nothing. */
  readonly waiting?: boolean;
  /** By step: how many updates came before, where a step is not one update. */
  readonly updates?: ArrayLike<number>;
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

/** What the list of cards needs to know of one. */
export interface CardHead {
  readonly id: string;
  /** The fragment that sets the scene, resting before its first update. */
  readonly link: string;
}

/** What decides how long its answer is kept back. */
export interface CardAsking extends CardHead {
  /** The step at which the record has decided. */
  readonly judgedAt: number;
}

/**
 * A question with the scene that answers it. Its texts stand in the dictionaries: `card.<id>.title`, `card.<id>.ask` and, for
 * each of `answers`, `card.<id>.answer.<answer>`. In a text `<sgd>…</sgd>` names a thing of the scene, see `words.ts`.
 */
export interface Card<E extends CardEvidence> extends CardAsking {
  /** What one may predict, in the order shown. */
  readonly answers: readonly string[];
  /** The answer that the records bear out; null where they decide nothing (another scene than the card's). */
  readonly outcome: (evidence: E) => string | null;
  /** Whether the records of the card's own scene show what its texts say. */
  readonly claim: (evidence: E) => boolean;
  /** null where the scene has no longer what the card speaks of. */
  readonly look: (evidence: E, step: number) => CardLook | null;
  /** What is said instead while the answer is kept back: nothing of how it ends, nor why. Absent: `look` tells nothing of it. */
  readonly plain?: Card<E>['look'];
}

/** What `<name>…</name>` in a text of this scene lights up. */
export type Naming = (name: string) => Highlight;
