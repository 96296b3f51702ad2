import { useEffect } from 'react';
import { useCommonState, useSession } from '../../runs/session.tsx';
import type { LinkNotice } from '../../state/link.ts';
import { CardSentence } from '../cards/CardBody.tsx';
import type { Card, CardEvidence, Naming } from '../cards/types.ts';
import { Notices } from '../say/Notices.tsx';
import type { Told } from '../say/told.ts';
import { useText } from '../useText.ts';
import './present.css';

interface Props<E extends CardEvidence> {
  readonly notices: readonly LinkNotice[];
  readonly cards: readonly Card<E>[];
  readonly named: Naming;
  readonly evidence: E;
  readonly told: Told;
}

/** While presenting: the question and the sentence of what to look at now, for the back row. Escape ends the presentation. */
export function Caption<E extends CardEvidence>({ notices, cards, named, evidence, told }: Props<E>) {
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
      <p>{card ? <CardSentence card={card} named={named} evidence={evidence} /> : told.sentence}</p>
      {!card && told.more}
      <Notices notices={notices} />
    </section>
  );
}
