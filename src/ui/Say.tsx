import { useEffect, useId, useRef, useState } from 'react';
import { useLabState, useRuns, useStep } from '../runs/lab.tsx';
import type { LinkNotice } from '../state/url.ts';
import { CardBody } from './cards/CardBody.tsx';
import { cardText } from './cards/texts.ts';
import { Tour } from './cards/Tour.tsx';
import type { Card } from './cards/types.ts';
import { Icon } from './controls/Icon.tsx';
import { Events } from './say/Events.tsx';
import { Notices } from './say/Notices.tsx';
import { Sentence, Title } from './say/Sentence.tsx';
import { Standings } from './say/Standings.tsx';
import { useText } from './useText.ts';

interface Props {
  readonly notices: readonly LinkNotice[];
  readonly cards: readonly Card[];
}

/** The card at the left: a question of the tour, or one sentence of what to look at now; what happened; the tour. It folds to its title. */
export function Say({ notices, cards }: Props) {
  const t = useText();
  const bodyId = useId();
  const [folded, setFolded] = useState(false);
  const state = useLabState((s) => s);
  const step = useStep();
  const run = useRuns().find(({ id }) => id === state.selected);
  const card = cards.find(({ id }) => id === state.card);
  const heading = useFocusOnChange(card?.id);
  return (
    <section className="card say" data-panel="say" aria-label={t('say.label')}>
      <Notices notices={notices} />
      <h2 ref={heading} tabIndex={-1}>
        <button
          type="button"
          aria-expanded={!folded}
          aria-controls={bodyId}
          title={t(folded ? 'say.unfold' : 'say.fold')}
          onClick={() => setFolded(!folded)}
        >
          <span>
            {card ? (
              t(cardText(card, 'title'))
            ) : run ? (
              <Title run={run} state={state} step={step} />
            ) : (
              t('say.title.none')
            )}
          </span>
          <Icon name="chevron" />
        </button>
      </h2>
      <div id={bodyId} className="say-body" hidden={folded}>
        {state.card !== null && !card && <p role="status">{t('tour.unknown', { card: state.card })}</p>}
        {card ? (
          <CardBody key={card.id} card={card} />
        ) : (
          <p>{run ? <Sentence run={run} state={state} step={step} /> : t('say.none')}</p>
        )}
        {!card && <Standings />}
        <Events />
        <Tour cards={cards} />
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
