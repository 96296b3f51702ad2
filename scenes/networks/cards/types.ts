import { questionOf, type Question as Asked } from '../../../src/ui/cards/question.ts';
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

interface Question<T> extends Asked<Evidence, T> {
  /** Words for before the first update, too. */
  readonly starts?: boolean;
  /** Words of their own for when the path has come to its end. */
  readonly ends?: (found: T, step: number) => boolean;
}

/** A card without what all have in common. */
export function cardOf<T>(question: Question<T>): NetCard {
  const { id, starts = false, ends } = question;
  const text = `card.net-${id as 'plane'}.look` as const;
  return questionOf('networks', 'net', question, 'net.study.running', (found, step) => {
    const at = starts && step === 0 ? 'start' : ends?.(found, step) ? 'end' : null;
    return at ? (`${text}.${at}` as typeof text) : text;
  });
}

/** What an experiment found, where it is the one on view. */
export const valuesOf = (id: StudyId) => {
  return ({ studied }: Evidence): Values | null => (studied?.id === id ? studied.study.values : null);
};
