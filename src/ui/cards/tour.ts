import type { Session } from '../../runs/session.tsx';
import { ownOf, type CommonOverrides } from '../../state/common.ts';
import { decodeLink, encodeLink, type SceneRules } from '../../state/link.ts';
import type { CardHead } from './types.ts';

/** Sets the scene of a card; the clock rests before the first update. */
export function openCard({ store }: Session, { link }: CardHead): void {
  const { overrides } = store.get();
  const cleared = Object.fromEntries(Object.keys(overrides).map((key) => [key, undefined]));
  store.begin({ ...cleared, ...decodeLink(store.rules, link).overrides, ...ownOf(overrides) });
}

/** Puts the card away; the scene stays as it is. */
export function closeCard({ store }: Session): void {
  store.update({ card: undefined });
}

/** The card after the open one or before it, in a ring; from none to the first or the last. */
export function neighbourCard(
  cards: readonly CardHead[],
  open: string | null,
  direction: 1 | -1,
): CardHead | undefined {
  const at = cards.findIndex(({ id }) => id === open);
  if (at < 0) return direction > 0 ? cards[0] : cards.at(-1);
  return cards[(at + direction + cards.length) % cards.length];
}

/** To the neighbour. In a frame, where no Back returns the scene, only on from a card: it takes more than this to start the tour. */
export function turnCard(session: Session, cards: readonly CardHead[], direction: 1 | -1): void {
  const { card } = session.store.get().state;
  if (session.framed && card === null) return;
  const next = neighbourCard(cards, card, direction);
  if (next) openCard(session, next);
}

export interface TourLink {
  readonly title: string;
  readonly page: string;
  readonly embed: string;
}

/** The addresses of all cards in their order, in the reader's language and theme where chosen: a deck for a lecture. `page`: the page's own address without query and fragment. */
export function tourLinks(
  rules: SceneRules,
  cards: readonly CardHead[],
  page: string,
  { language, theme }: CommonOverrides,
  titleOf: (card: CardHead) => string,
): readonly TourLink[] {
  return cards.map((card) => {
    const fragment = encodeLink(rules, { ...decodeLink(rules, card.link).overrides, language, theme });
    return { title: titleOf(card), page: `${page}#${fragment}`, embed: `${page}?embed#${fragment}` };
  });
}

/** As one pastes it into notes: title, link, embedding link of each. */
export function tourAsText(links: readonly TourLink[]): string {
  return links.map(({ title, page, embed }, i) => `${i + 1}. ${title}\n${page}\n${embed}\n`).join('\n');
}
