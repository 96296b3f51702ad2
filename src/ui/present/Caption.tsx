import { useEffect } from 'react';
import { useLabState, useRuns, useSession, useStep } from '../../runs/lab.tsx';
import type { LinkNotice } from '../../state/url.ts';
import { CardSentence } from '../cards/CardBody.tsx';
import type { Card } from '../cards/types.ts';
import { Notices } from '../say/Notices.tsx';
import { Sentence, Title } from '../say/Sentence.tsx';
import { Standings } from '../say/Standings.tsx';
import { useText } from '../useText.ts';
import './present.css';

interface Props {
  readonly notices: readonly LinkNotice[];
  readonly cards: readonly Card[];
}

/** While presenting: the question and the sentence of what to look at now, for the back row. Escape ends the presentation. */
export function Caption({ notices, cards }: Props) {
  const t = useText();
  const { store } = useSession();
  const state = useLabState((s) => s);
  const step = useStep();
  const run = useRuns().find(({ id }) => id === state.selected);
  const card = cards.find(({ id }) => id === state.card);
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
      {!card && run && (
        <h2>
          <Title run={run} state={state} step={step} />
        </h2>
      )}
      <p>
        {card ? <CardSentence card={card} /> : run ? <Sentence run={run} state={state} step={step} /> : t('say.none')}
      </p>
      {!card && <Standings />}
      <Notices notices={notices} />
    </section>
  );
}
