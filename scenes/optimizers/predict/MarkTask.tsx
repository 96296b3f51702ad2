import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { noGuess } from '../runs/guess.ts';
import { lab } from '../model.ts';
import { useGuess } from '../runs/useRuns.ts';
import type { RunView } from '../runs/runViews.ts';
import type { Point2 } from '../../../src/surfaces/types.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { restOn } from '../../../src/ui/commands.ts';
import { useText, type Words } from '../../../src/ui/useText.ts';
import { MARK_NEAR, markedStep, markVerdictOf, nudged } from './mark.ts';
import type { Evidence, MarkQuestion } from '../cards/types.ts';
import '../words/later.ts';

/** Quiet this long before the mark's place is spoken: a drag or a held key is one event. */
const REST_MILLISECONDS = 400;

interface Props {
  readonly question: MarkQuestion;
  /** The run asked about: where it is switched off, there is no task, and no mark that is being placed. */
  readonly run: RunView;
  readonly evidence: Evidence;
}

/**
 * "Where is it at step …?": the mark is moved on the picture by pointer or by the arrow keys here, set by Enter or the button, and
 * judged by the record. Mount it anew for each card.
 */
export function MarkTask({ question, run, evidence }: Props) {
  const t = useText();
  const session = lab.useSession();
  const {
    clock,
    own: { guess },
  } = session;
  const step = useStep();
  const { at, placing } = useGuess();
  const hintId = useId();
  const begin = useRef<HTMLButtonElement>(null);
  const { steps, start, surface } = evidence.state;
  const asked = markedStep(question, steps);
  useEffect(() => {
    guess.setState(noGuess);
    return () => guess.setState(noGuess);
  }, [guess]);

  const place = () => {
    // A prediction is made before the run.
    restOn(session, 0);
    guess.setState({ run: question.run, at: at ?? start, placing: true });
  };
  const end = (kept: boolean) => {
    guess.setState(kept ? { placing: false } : noGuess);
    if (kept) clock.play();
    // The button comes back with the next drawing.
    requestAnimationFrame(() => begin.current?.focus({ preventScroll: true }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = at && nudged(at, surface.domain, event.key, event.shiftKey);
    if (moved) guess.setState({ at: moved });
    else if (event.key === 'Enter') end(true);
    else if (event.key === 'Escape') end(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const verdict = markVerdictOf(question, evidence, placing ? null : at, step);
  return (
    <div className="mark-task" role="group" aria-label={t('card.mark.label')}>
      <p>{t('card.mark.ask', { optimizer: run.name, step: asked })}</p>
      {placing && at ? (
        <>
          <MarkHandle at={at} describedBy={hintId} onKeyDown={onKeyDown} />
          <div className="mark-actions">
            <button type="button" className="button" onClick={() => end(true)}>
              {t('card.mark.set')}
            </button>
            <button type="button" className="text-button" onClick={() => end(false)}>
              {t('card.mark.cancel')}
            </button>
          </div>
          <p id={hintId} className="note">
            {t('card.mark.hint')}
          </p>
        </>
      ) : (
        <button ref={begin} type="button" className="button" onClick={place}>
          {t(at ? 'card.mark.again' : 'card.mark.begin')}
        </button>
      )}
      <p className={`mark-verdict ${verdict.kind}`} role="status" data-mark-verdict={verdict.kind}>
        {verdict.kind === 'waiting' && at && t('card.mark.waiting', { ...shown(t, at), step: asked })}
        {verdict.kind === 'undecided' && t('card.undecided')}
        {(verdict.kind === 'right' || verdict.kind === 'wrong') &&
          t(`card.mark.${verdict.kind}`, {
            optimizer: run.name,
            ...shown(t, verdict.place),
            distance: t.number(verdict.distance, 2),
            share: t.number(100 * verdict.share, 2),
            near: 100 * MARK_NEAR,
          })}
      </p>
    </div>
  );
}

/** Where the keys move the mark; the focus comes with it, and back to it from the picture. Its place is spoken at rest. */
function MarkHandle({
  at,
  describedBy,
  onKeyDown,
}: {
  readonly at: Point2;
  readonly describedBy: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const t = useText();
  const handle = useRef<HTMLDivElement>(null);
  const text = t('card.mark.at', shown(t, at));
  const [spoken, setSpoken] = useState('');
  useEffect(() => handle.current?.focus(), []);
  useEffect(() => handle.current?.focus({ preventScroll: true }), [at]);
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      <div
        ref={handle}
        className="mark-handle"
        // Its arrow keys are its own, which a screen reader shall leave to it.
        role="application"
        tabIndex={0}
        aria-label={t('card.mark.handle')}
        aria-describedby={describedBy}
        onKeyDown={onKeyDown}
      >
        {text}
      </div>
      <span className="visually-hidden" role="status">
        {spoken}
      </span>
    </>
  );
}

function shown(t: Words, [x, y]: Point2): { readonly x: string; readonly y: string } {
  return { x: t.number(x), y: t.number(y) };
}
