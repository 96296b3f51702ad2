import { Suspense, useId, useRef, useState, type MouseEvent } from 'react';
import { useCommonState, useSession } from '../../runs/session.tsx';
import { Icon } from '../controls/Icon.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { useFoldAway } from '../controls/useFoldAway.ts';
import { later } from '../later.tsx';
import { useText } from '../useText.ts';
import { cardText } from './texts.ts';
import { closeCard, openCard, turnCard } from './tour.ts';
import type { CardHead } from './types.ts';

const CopyTour = later(async () => ({ default: (await import('./CopyTour.tsx')).CopyTour }));

/** One line: where the tour stands, one further, one back. It unfolds to the list of questions. */
export function Tour({ cards }: { readonly cards: readonly CardHead[] }) {
  const t = useText();
  const session = useSession();
  const listId = useId();
  const [first] = cards;
  const [unfolded, setUnfolded] = useState(false);
  const room = useRef<HTMLElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  useFoldAway(room, { isOpen: () => unfolded, fold: () => setUnfolded(false), button: () => toggle.current });
  const open = useCommonState((state) => state.card);
  const sets = t(session.framed ? 'tour.sets.framed' : 'tour.sets');
  const at = cards.findIndex(({ id }) => id === open);
  const choose = (event: MouseEvent, card: CardHead) => {
    // A link for those who want it in another tab, a choice for the others.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setUnfolded(false);
    openCard(session, card);
  };
  return (
    <nav ref={room} className="tour" aria-label={t('tour.label')}>
      <div className="tour-bar">
        <button
          ref={toggle}
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
        {at < 0 ? (
          <button
            type="button"
            className="text-button tour-start"
            aria-keyshortcuts={session.framed ? undefined : 'N'}
            title={session.framed ? sets : `${sets} (N)`}
            onClick={() => first && openCard(session, first)}
          >
            {t('tour.start')}
          </button>
        ) : (
          <>
            <IconButton
              icon="back"
              name={t('tour.previous')}
              shortcut="Shift+N"
              onClick={() => turnCard(session, cards, -1)}
            />
            <IconButton
              icon="forward"
              name={t('tour.next')}
              shortcut="N"
              aria-keyshortcuts="N"
              onClick={() => turnCard(session, cards, 1)}
            />
            <IconButton icon="close" name={t('tour.leave')} onClick={() => closeCard(session)} />
          </>
        )}
      </div>
      {/* Over the picture, which it does not move. */}
      <div id={listId} className="card tour-list" hidden={!unfolded}>
        <p className="note">{sets}</p>
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
        {unfolded && (
          <Suspense>
            <CopyTour cards={cards} />
          </Suspense>
        )}
      </div>
    </nav>
  );
}
