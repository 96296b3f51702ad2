import { useId, useState, type MouseEvent } from 'react';
import { useLabState, useSession } from '../../runs/lab.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useText } from '../useText.ts';
import { CopyTour } from './CopyTour.tsx';
import { cardText } from './texts.ts';
import { closeCard, openCard, turnCard } from './tour.ts';
import type { Card } from './types.ts';

/** One line under the sentence: where the tour stands, one further, one back. It unfolds to the list of questions. */
export function Tour({ cards }: { readonly cards: readonly Card[] }) {
  const t = useText();
  const session = useSession();
  const listId = useId();
  const [unfolded, setUnfolded] = useState(false);
  const open = useLabState((state) => state.card);
  const at = cards.findIndex(({ id }) => id === open);
  const choose = (event: MouseEvent, card: Card) => {
    // A link for those who want it in another tab, a choice for the others.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setUnfolded(false);
    openCard(session, card);
  };
  return (
    <nav className="tour" aria-label={t('tour.label')}>
      <div className="tour-bar">
        <button
          type="button"
          className="tour-toggle"
          aria-expanded={unfolded}
          aria-controls={listId}
          onClick={() => setUnfolded(!unfolded)}
        >
          <span>
            {at < 0 ? t('tour.closed', { count: cards.length }) : t('tour.open', { n: at + 1, count: cards.length })}
          </span>
          <Icon name="chevron" />
        </button>
        {at >= 0 && (
          <button
            type="button"
            className="icon-button"
            aria-label={t('tour.previous')}
            title={`${t('tour.previous')} (Shift+N)`}
            onClick={() => turnCard(session, cards, -1)}
          >
            <Icon name="back" />
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={t('tour.next')}
          aria-keyshortcuts="N"
          title={`${t('tour.next')} (N)`}
          onClick={() => turnCard(session, cards, 1)}
        >
          <Icon name="forward" />
        </button>
        {at >= 0 && (
          <button
            type="button"
            className="icon-button"
            aria-label={t('tour.leave')}
            title={t('tour.leave')}
            onClick={() => closeCard(session)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <div id={listId} hidden={!unfolded}>
        <ol>
          {cards.map((card) => (
            <li key={card.id}>
              <a
                href={`#${card.link}`}
                data-card={card.id}
                aria-current={card.id === open ? 'true' : undefined}
                onClick={(event) => choose(event, card)}
              >
                {t(cardText(card, 'title'))}
              </a>
            </li>
          ))}
        </ol>
        <CopyTour cards={cards} />
      </div>
    </nav>
  );
}
