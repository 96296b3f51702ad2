import { useEffect, type ReactNode } from 'react';
import { useCommonState, useSession } from '../../runs/session.tsx';
import type { LinkNotice } from '../../state/link.ts';
import { cardText } from '../cards/texts.ts';
import type { CardHead } from '../cards/types.ts';
import { Notices } from '../say/Notices.tsx';
import type { Told } from '../say/told.ts';
import { useText } from '../useText.ts';
import './present.css';

interface Props {
  readonly notices: readonly LinkNotice[];
  readonly cards: readonly CardHead[];
  readonly told: Told;
  /** What stands behind a card's title. */
  readonly sentence: (card: string) => ReactNode;
}

/** While presenting: the question and the sentence of what to look at now, for the back row. Escape ends the presentation. */
export function Caption({ notices, cards, told, sentence }: Props) {
  const t = useText();
  const { store } = useSession();
  const asked = useCommonState((state) => state.card);
  const card = cards.find(({ id }) => id === asked);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      const taken = event.defaultPrevented || document.querySelector('dialog[open]') !== null;
      if (event.key === 'Escape' && !taken) store.update({ presenting: undefined });
    };
    window.addEventListener('keydown', leave);
    return () => {
      window.removeEventListener('keydown', leave);
    };
  }, [store]);
  return (
    <section className="caption" data-panel="caption" aria-label={t('present.caption')}>
      {!card && told.title !== null && <h2>{told.title}</h2>}
      {card ? (
        <p>
          <strong>{t(cardText(card, 'title'))} </strong>
          {sentence(card.id)}
        </p>
      ) : (
        <p>{told.sentence}</p>
      )}
      {!card && told.more}
      <Notices notices={notices} />
    </section>
  );
}
