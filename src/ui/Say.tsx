import { Fragment, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useCommonState } from '../runs/session.tsx';
import type { LinkNotice } from '../state/link.ts';
import { cardText } from './cards/texts.ts';
import { Tour } from './cards/Tour.tsx';
import type { CardHead } from './cards/types.ts';
import { Icon } from './controls/Icon.tsx';
import { useCompact } from './preferences.ts';
import { Notices } from './say/Notices.tsx';
import type { Told } from './say/told.ts';
import { useText } from './useText.ts';

interface Props {
  readonly notices: readonly LinkNotice[];
  readonly cards: readonly CardHead[];
  readonly told: Told;
  /** All of a card below its title. */
  readonly question: (card: string) => ReactNode;
  /** Below card or sentence: what happened. */
  readonly children?: ReactNode;
}

/**
 * The card at the left: a question of the tour, or one sentence of what to look at now; what happened; the tour. It folds to its title; where
 * there is little room to title and two lines of the sentence, as which it begins there, and unfolds to a sheet.
 */
export function Say({ notices, cards, told, question, children }: Props) {
  const t = useText();
  const bodyId = useId();
  const compact = useCompact();
  const asked = useCommonState((state) => state.card);
  const card = cards.find(({ id }) => id === asked);
  const heading = useFocusOnChange(card?.id);
  /** Until the next card. */
  const [chosen, setChosen] = useState<{ readonly folded: boolean; readonly on: string | null } | null>(null);
  const folded = chosen?.on === asked ? chosen.folded : compact && !card && notices.length === 0 && !told.urgent;
  return (
    <section className={folded ? 'card say folded' : 'card say'} data-panel="say" aria-label={t('say.label')}>
      <Notices notices={notices} />
      <h2 ref={heading} tabIndex={-1}>
        <button
          type="button"
          aria-expanded={!folded}
          aria-controls={bodyId}
          title={t(folded ? 'say.unfold' : 'say.fold')}
          onClick={() => setChosen({ folded: !folded, on: asked })}
        >
          <span>{card ? t(cardText(card, 'title')) : (told.title ?? t('say.title.none'))}</span>
          <Icon name="chevron" />
        </button>
      </h2>
      <div id={bodyId} className="say-body" hidden={folded && !compact} inert={folded}>
        {asked !== null && !card && <p role="status">{t('tour.unknown', { card: asked })}</p>}
        {card ? (
          <Fragment key={card.id}>{question(card.id)}</Fragment>
        ) : (
          <p data-older={told.older ? '' : undefined} data-brief={told.brief ? '' : undefined}>
            {told.sentence}
          </p>
        )}
        {!card && told.more}
        {children}
        {cards.length > 0 && <Tour cards={cards} />}
      </div>
    </section>
  );
}

/** Another card is the next place to read: the focus goes to its title, unless it rests on the tour's own buttons. */
function useFocusOnChange(id: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(id);
  useEffect(() => {
    if (before.current === id) return;
    before.current = id;
    const onBar = document.activeElement?.closest('.tour-bar') != null;
    if (id !== undefined && !onBar) heading.current?.focus({ preventScroll: true });
  }, [id]);
  return heading;
}
