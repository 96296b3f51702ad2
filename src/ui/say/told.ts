import type { ReactNode } from 'react';

/** What a scene tells of itself while no card is open, at the left and, while presenting, below. */
export interface Told {
  /** The question over the sentence; null: there is nothing to ask. */
  readonly title: ReactNode;
  /** What to look at now, its number computed live. */
  readonly sentence: ReactNode;
  /** More sentences, below. */
  readonly more: ReactNode;
}
