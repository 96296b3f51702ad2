import type { Card, CardEvidence } from '../../../src/ui/cards/types.ts';
import type { Bent, Look, Studied } from '../model.ts';
import type { Run } from '../run/types.ts';
import type { StudyId } from '../studies/ids.ts';

/** What words and cards are judged by; null: not there yet. */
export interface Evidence extends CardEvidence {
  readonly run: Run | null;
  readonly look: Look | null;
  /** The same plane under the other loss. */
  readonly other: Look | null;
  readonly bent: Bent | null;
  readonly studied: Studied | null;
}

export type NetCard = Card<Evidence>;
type Values = Readonly<Record<string, number>>;

interface Question<T> {
  readonly id: string;
  /** What its link says beside the scene. */
  readonly set?: string;
  readonly answers: readonly string[];
  readonly judgedAt: number;
  /** What it is judged by; null: it is not there. */
  readonly of: (evidence: Evidence) => T | null;
  readonly outcome: (found: T) => string | null;
  readonly claim: (found: T) => boolean;
  readonly values: (found: T, step: number) => Values;
  /** Words for before the first update, too. */
  readonly starts?: boolean;
  /** Words of their own for when the path has come to its end. */
  readonly ends?: (found: T, step: number) => boolean;
}

/** A card without what all have in common. */
export function cardOf<T>(question: Question<T>): NetCard {
  const { id, set = '', answers, judgedAt, of, outcome, claim, values, starts = false, ends } = question;
  return {
    ...{ id: `net-${id}`, link: `v=1&scene=networks${set}&play=0&card=net-${id}`, answers, judgedAt },
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
      if (found === null) return evidence.waiting ? { text: 'net.study.running', values: {} } : null;
      const said = Object.entries(values(found, step)).map(([name, value]) => [name, { value, digits: 3 }] as const);
      const text = `card.net-${id as 'plane'}.look` as const;
      const at = starts && step === 0 ? 'start' : ends?.(found, step) ? 'end' : null;
      return { text: at ? (`${text}.${at}` as typeof text) : text, values: Object.fromEntries(said) };
    },
  };
}

/** What an experiment found, where it is the one on view. */
export const valuesOf = (id: StudyId) => {
  return ({ studied }: Evidence): Values | null => (studied?.id === id ? studied.study.values : null);
};
