import type { ReactNode } from 'react';

/** What a scene tells of itself while no card is open, at the left and, while presenting, below. */
export interface Told {
  /** The question over the sentence; null: there is nothing to ask. */
  readonly title: ReactNode;
  /** What to look at now, its number computed live. */
  readonly sentence: ReactNode;
  /** The sentence is of an older experiment than the one that is asked for. */
  readonly older?: boolean;
  /** Below it stands what needs, in a low window, the room that is kept for the longest sentence. */
  readonly brief?: boolean;
  /** Below it stands what a reader must not miss: the card begins unfolded on a phone, too. */
  readonly urgent?: boolean;
  /** More sentences, below. */
  readonly more: ReactNode;
}
