import type { MathNode } from '../../../src/formula/index.ts';

/** A line of the card: the rule's own, then the same with numbers, once an update or for x and for y. */
export interface CardRow {
  readonly line: readonly MathNode[];
  /** Pieces between which a row may break: the summands, then `= result`. */
  readonly worked: readonly (readonly (readonly MathNode[])[])[];
}
