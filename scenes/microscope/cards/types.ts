import type { Card, CardEvidence } from '../../../src/ui/cards/types.ts';
import type { BookResult } from '../book/run/types.ts';
import type { DigitLook } from '../digit/run/types.ts';
import type { GatesRun } from '../gates/run/types.ts';
import type { LayersRun } from '../layers/run/types.ts';

/** What words and cards are judged by; null: not there yet. */
export interface Evidence extends CardEvidence {
  readonly layers: LayersRun | null;
  readonly book: BookResult | null;
  readonly gates: GatesRun | null;
  readonly digit: DigitLook | null;
}

export type MicroscopeCard = Card<Evidence>;

export interface Question<T> {
  readonly id: string;
  /** What its link says beside the scene. */
  readonly set?: string;
  readonly answers: readonly string[];
  readonly judgedAt: number;
  /** What it is judged by; null: it is not there. */
  readonly of: (evidence: Evidence) => T | null;
  readonly outcome: (found: T) => string | null;
  readonly claim: (found: T) => boolean;
  /** Whether what it says to look at is true of this, which need not be the card's own; absent: of all. */
  readonly holds?: (found: T) => boolean;
  readonly values: (found: T, step: number) => Readonly<Record<string, number>>;
}

/** A card without what all have in common. */
export function cardOf<T>({
  id,
  set = '',
  answers,
  judgedAt,
  of,
  outcome,
  claim,
  holds = () => true,
  values,
}: Question<T>): MicroscopeCard {
  return {
    ...{ id: `mic-${id}`, link: `v=1&scene=microscope${set}&play=0&card=mic-${id}`, answers, judgedAt },
    outcome(evidence) {
      const found = of(evidence);
      return found === null ? null : outcome(found);
    },
    claim(evidence) {
      const found = of(evidence);
      return found !== null && claim(found);
    },
    look(evidence, step) {
      const found = of(evidence);
      if (found === null) return evidence.waiting ? { text: 'mic.say.waiting', values: {} } : null;
      if (!holds(found)) return null;
      const said = Object.entries(values(found, step)).map(([name, value]) => [name, { value, digits: 3 }] as const);
      return { text: `card.mic-${id as 'init'}.look`, values: Object.fromEntries(said) };
    },
  };
}

/** Of parts that are not on view. */
export const unseen: Omit<Evidence, keyof CardEvidence> = { layers: null, gates: null, book: null, digit: null };
