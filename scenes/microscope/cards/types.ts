import { questionOf, type Question as Asked } from '../../../src/ui/cards/question.ts';
import type { Card, CardEvidence } from '../../../src/ui/cards/types.ts';
import type { BookResult } from '../book/run/types.ts';
import type { DigitLook, DigitMore } from '../digit/run/types.ts';
import type { GatesRun } from '../gates/run/types.ts';
import type { LayersRun } from '../layers/run/types.ts';

/** What words and cards are judged by; null: not there yet. */
export interface Evidence extends CardEvidence {
  readonly layers: LayersRun | null;
  readonly book: BookResult | null;
  readonly gates: GatesRun | null;
  readonly digit: DigitLook | null;
  readonly digitMore: DigitMore | null;
}

export type MicroscopeCard = Card<Evidence>;

export interface Question<T> extends Asked<Evidence, T> {
  /** Whether what it says to look at is true of this, which need not be the card's own; absent: of all. */
  readonly holds?: (found: T) => boolean;
}

/** A card without what all have in common. */
export function cardOf<T>(question: Question<T>): MicroscopeCard {
  const { id, holds = () => true } = question;
  return questionOf('microscope', 'mic', question, 'mic.say.waiting', (found) =>
    holds(found) ? `card.mic-${id as 'init'}.look` : null,
  );
}

/** Of parts that are not on view. */
export const unseen: Omit<Evidence, keyof CardEvidence> = {
  layers: null,
  gates: null,
  book: null,
  digit: null,
  digitMore: null,
};
