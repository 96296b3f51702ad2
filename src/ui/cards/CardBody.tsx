import { useMemo, useState } from 'react';
import { useLabState, useRuns, useSession, useStep } from '../../runs/lab.tsx';
import { useText } from '../useText.ts';
import { CardText } from './CardText.tsx';
import { MarkTask } from './MarkTask.tsx';
import { lookOf, verdictOf } from './quiz.ts';
import { cardText } from './texts.ts';
import { openCard } from './tour.ts';
import type { Card, Evidence } from './types.ts';

/** The newest records and the state that they are of. */
function useEvidence(): Evidence {
  const runs = useRuns();
  const state = useLabState((s) => s);
  return useMemo(() => ({ runs, state }), [runs, state]);
}

/** Question, prediction, what came of it, what to look at now. Mount it anew for each card. */
export function CardBody({ card }: { readonly card: Card }) {
  const t = useText();
  const session = useSession();
  const evidence = useEvidence();
  const step = useStep();
  const [answer, setAnswer] = useState<string | null>(null);
  const verdict = verdictOf(card, evidence, answer, step);
  const marked = evidence.runs.find(({ id }) => id === card.mark?.run);
  const answerText = (id: string) => t(cardText(card, `answer.${id}`));
  const predict = (id: string) => {
    setAnswer(id);
    // To choose is to ask for the run: it plays from where it stands.
    if (step < card.judgedAt && step < session.clock.steps) session.clock.play();
  };
  return (
    <div className="question">
      <p>
        <CardText of={cardText(card, 'ask')} />
      </p>
      <div className="answers" role="group" aria-label={t('card.predict')}>
        {card.answers.map((id) => (
          <button key={id} type="button" data-answer={id} aria-pressed={answer === id} onClick={() => predict(id)}>
            {answerText(id)}
          </button>
        ))}
      </div>
      <p className={`verdict ${verdict.kind}`} role="status">
        {answer !== null &&
          verdict.kind === 'waiting' &&
          t('card.waiting', { answer: answerText(answer), step: Math.min(card.judgedAt, evidence.state.steps) })}
        {verdict.kind === 'undecided' && t('card.undecided')}
        {(verdict.kind === 'right' || verdict.kind === 'wrong') &&
          t(`card.${verdict.kind}`, { answer: answerText(verdict.outcome) })}
      </p>
      {card.mark && marked && <MarkTask question={card.mark} run={marked} evidence={evidence} step={step} />}
      {answer !== null || step > 0 ? (
        <CardLook card={card} evidence={evidence} step={step} />
      ) : (
        <p className="note">{t('card.scene')}</p>
      )}
    </div>
  );
}

interface LookProps {
  readonly card: Card;
  readonly evidence: Evidence;
  readonly step: number;
}

function CardLook({ card, evidence, step }: LookProps) {
  const t = useText();
  const session = useSession();
  const look = lookOf(card, evidence, step);
  if (look) {
    return (
      <p className="card-look">
        <CardText of={look.text} values={look.values} />
      </p>
    );
  }
  return (
    <p className="card-look">
      {t('card.changed')}{' '}
      <button type="button" className="text-button" onClick={() => openCard(session, card)}>
        {t('card.again')}
      </button>
    </p>
  );
}

/** On a slide: the question until the run begins, then what to look at. */
export function CardSentence({ card }: { readonly card: Card }) {
  const t = useText();
  const evidence = useEvidence();
  const step = useStep();
  const look = step > 0 ? lookOf(card, evidence, step) : null;
  return (
    <>
      <strong>{t(cardText(card, 'title'))}</strong>{' '}
      {look ? <CardText of={look.text} values={look.values} /> : <CardText of={cardText(card, 'ask')} />}
    </>
  );
}
