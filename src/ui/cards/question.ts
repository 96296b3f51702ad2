import type { Card, CardEvidence, CardLook } from './types.ts';

/** A card that is judged by one thing found, or by nothing yet. */
export interface Question<E extends CardEvidence, T> {
  readonly id: string;
  /** What its link says beside the scene. */
  readonly set?: string;
  readonly answers: readonly string[];
  readonly judgedAt: number;
  /** What it is judged by; null: it is not there. */
  readonly of: (evidence: E) => T | null;
  readonly outcome: (found: T) => string | null;
  readonly claim: (found: T) => boolean;
  readonly values: (found: T, step: number) => Readonly<Record<string, number>>;
}

/** The card without what all of a scene have in common: its link, and judging what is there. `text`: of its look; null: it has none of this. `waiting`: of one that is still computed. */
export function questionOf<E extends CardEvidence, T>(
  scene: string,
  prefix: string,
  { id, set = '', answers, judgedAt, of, outcome, claim, values }: Question<E, T>,
  waiting: CardLook['text'],
  text: (found: T, step: number) => CardLook['text'] | null,
): Card<E> {
  const name = `${prefix}-${id}`;
  return {
    ...{ id: name, link: `v=1&scene=${scene}${set}&play=0&card=${name}`, answers, judgedAt },
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
      if (found === null) return evidence.waiting ? { text: waiting, values: {} } : null;
      const said = text(found, step);
      if (said === null) return null;
      const live = Object.entries(values(found, step)).map(([key, value]) => [key, { value, digits: 3 }] as const);
      return { text: said, values: Object.fromEntries(live) };
    },
  };
}
