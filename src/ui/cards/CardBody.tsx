import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useSession, useStep, useVeiled } from '../../runs/session.tsx';
import { useText } from '../useText.ts';
import { CardText } from './CardText.tsx';
import { lookOf, verdictOf } from './quiz.ts';
import { cardText } from './texts.ts';
import { openCard } from './tour.ts';
import type { Card, CardEvidence, Naming } from './types.ts';

interface Props<E extends CardEvidence> {
  readonly card: Card<E>;
  readonly named: Naming;
  /** The newest records and the state that they are of. */
  readonly evidence: E;
}

/** Question, prediction, what came of it, what to look at now. Mount it anew for each card. */
export function CardBody<E extends CardEvidence>({
  card,
  named,
  evidence,
  task,
}: Props<E> & {
  /** A second way to predict. */
  readonly task: ReactNode;
}) {
  const t = useText();
  const session = useSession();
  const step = useStep();
  const answer = useStore(session.quiz, (quiz) => quiz.answer);
  const verdict = verdictOf(card, evidence, answer, step);
  const decided = Math.min(card.judgedAt, evidence.state.steps);
  const answerText = (id: string) => t(cardText(card, `answer.${id}`));
  const predict = (id: string) => {
    session.quiz.setState({ answer: id });
    // To choose is to ask for the run: it plays from where it stands.
    if (step < card.judgedAt && step < session.clock.steps) session.clock.play();
  };
  return (
    <div className="question">
      <p>
        <CardText of={cardText(card, 'ask')} named={named} />
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
          (step < decided
            ? t('card.waiting', { answer: answerText(answer), step: evidence.updates?.[decided] ?? decided })
            : t('card.computing', { answer: answerText(answer) }))}
        {verdict.kind === 'undecided' && t('card.undecided')}
        {(verdict.kind === 'right' || verdict.kind === 'wrong') &&
          t(`card.${verdict.kind}`, { answer: answerText(verdict.outcome) })}
      </p>
      {task}
      {answer !== null || step > 0 ? (
        <CardLook card={card} named={named} evidence={evidence} step={step} />
      ) : (
        <p className="note">{t('card.scene')}</p>
      )}
    </div>
  );
}

function CardLook<E extends CardEvidence>({ card, named, evidence, step }: Props<E> & { readonly step: number }) {
  const t = useText();
  const session = useSession();
  const look = lookOf(card, evidence, step, useVeiled());
  if (look) {
    return (
      <p className="card-look">
        <CardText of={look.text} values={look.values} named={named} />
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
export function CardSentence<E extends CardEvidence>({ card, named, evidence }: Props<E>) {
  const step = useStep();
  const veiled = useVeiled();
  const look = step > 0 ? lookOf(card, evidence, step, veiled) : null;
  return look ? (
    <CardText of={look.text} values={look.values} named={named} />
  ) : (
    <CardText of={cardText(card, 'ask')} named={named} />
  );
}
