import type { ComponentType, ReactNode } from 'react';
import type { CardAsking } from '../ui/cards/types.ts';
import { later } from '../ui/later.tsx';

/** Questions that are fetched when one is opened; the list of them comes with the page. */
export interface LaterCards<C> {
  /** In the tour's order. */
  readonly heads: readonly CardAsking[];
  readonly load: () => Promise<readonly C[]>;
}

/** A scene's questions: all at once, or later. */
export type CardsOf<C> = readonly C[] | LaterCards<C>;

const isLater = <C,>(cards: CardsOf<C>): cards is LaterCards<C> => 'load' in cards;

/** What can be said of them before any is opened. */
export const headsOf = <C extends CardAsking>(cards: CardsOf<C>): readonly CardAsking[] =>
  isLater(cards) ? cards.heads : cards;

/** Hands the question of an id to its child; nothing where there is none. Fetched later, it wants a Suspense around it. */
export function withCardOf<C extends CardAsking>(cards: CardsOf<C>) {
  type Props = { readonly id: string; readonly children: (card: C) => ReactNode };
  const among =
    (all: readonly C[]): ComponentType<Props> =>
    ({ id, children }) => {
      const card = all.find((one) => one.id === id);
      return card ? children(card) : null;
    };
  return isLater(cards) ? later<Props>(async () => ({ default: among(await cards.load()) })) : among(cards);
}
