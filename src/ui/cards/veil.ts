import type { Session } from '../../runs/session.tsx';

/** What of a card decides how long its answer is kept back. */
interface Asking {
  readonly id: string;
  /** The step at which the record has decided; absent: its end. */
  readonly judgedAt?: number;
}

/**
 * Keeps a session's `quiz` in step for as long as it lives: another card is a question anew, not answered yet; once it is answered, or
 * the reader has gone to where the record decides, nothing is kept back any more.
 */
export function keepVeil({ store, clock, quiz }: Session, cards: readonly Asking[]): void {
  let open: string | null = null;
  /** The reader has seen what came of it. */
  let seen = false;
  /** `at`: where the clock has come by itself, or rests. While an experiment begins it may stand anywhere. */
  const update = (at: number | null) => {
    const card = cards.find(({ id }) => id === store.get().state.card);
    const isNew = (card?.id ?? null) !== open;
    if (isNew) {
      open = card?.id ?? null;
      seen = false;
    }
    const { answer: given, veiled: before } = quiz.getState();
    const answer = isNew ? null : given;
    const { steps } = clock;
    const decided = Math.min(card?.judgedAt ?? steps, steps);
    seen ||= card !== undefined && (answer !== null || (at !== null && decided > 0 && at >= decided));
    const veiled = card !== undefined && !seen;
    if (answer !== given || veiled !== before) quiz.setState({ answer, veiled });
  };
  const atRest = () => update(store.get().state.t);
  store.subscribe(atRest);
  clock.subscribe((event) => {
    if (event === 'tick' || event === 'step') update(clock.t);
    // How long the record is may be known only now.
    else atRest();
  });
  quiz.subscribe(atRest);
  atRest();
}
