import type { Card, CardEvidence, CardLook } from './types.ts';

/**
 * How a prediction stands at a step: `open` before one was made, `waiting` until the run has decided, then what the record says.
 * `undecided`: the scene is no longer one that answers the question.
 */
export type Verdict =
  { readonly kind: 'open' | 'waiting' | 'undecided' } | { readonly kind: 'right' | 'wrong'; readonly outcome: string };

export function verdictOf<E extends CardEvidence>(
  card: Card<E>,
  evidence: E,
  answer: string | null,
  step: number,
): Verdict {
  if (answer === null) return { kind: 'open' };
  if (step < Math.min(card.judgedAt, evidence.state.steps)) return { kind: 'waiting' };
  const outcome = card.outcome(evidence);
  if (outcome === null) return { kind: evidence.waiting ? 'waiting' : 'undecided' };
  return { kind: outcome === answer ? 'right' : 'wrong', outcome };
}

/** What a card says of a step, `veiled` while its answer is kept back; null where it has nothing to point at: a sentence with a number that is none is none. */
export function lookOf<E extends CardEvidence>(
  card: Card<E>,
  evidence: E,
  step: number,
  veiled = false,
): CardLook | null {
  const look = (veiled && card.plain ? card.plain : card.look)(evidence, step);
  return look && Object.values(look.values).every(({ value }) => Number.isFinite(value)) ? look : null;
}
