import { afterEach, describe, expect, test } from 'vitest';
import { scene as reconstruction } from '../../scenes/reconstruction/scene.ts';
import { scene as optimizers } from '../../scenes/optimizers/scene.ts';
import { cards } from '../../scenes/optimizers/cards/index.ts';
import type { Session } from '../../src/runs/session.tsx';
import { syncClock } from '../../src/runs/sync.ts';
import { decodeLink } from '../../src/state/link.ts';
import { openCard } from '../../src/ui/cards/tour.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

function opened(link: string): Session {
  const session = optimizers.open(decodeLink(optimizers.rules, link).overrides, false);
  ends.push(syncClock(session, () => true));
  return session;
}
const quizOf = ({ quiz }: Session) => quiz.getState();
const card = cards.find(({ id }) => id === 'too-large')!;

describe('a question', () => {
  test('is veiled from its link on, and opened from where the clock was at its end, until it is answered', () => {
    const byLink = opened(card.link);
    expect(quizOf(byLink)).toEqual({ answer: null, veiled: true });
    const session = opened('v=1&t=30');
    expect(quizOf(session).veiled).toBe(false);
    openCard(session, card);
    expect([session.clock.t, quizOf(session).veiled]).toEqual([0, true]);
    session.quiz.setState({ answer: 'grows' });
    expect(quizOf(session)).toEqual({ answer: 'grows', veiled: false });
  });

  test('another one is asked anew; none is no question', () => {
    const session = opened(card.link);
    session.quiz.setState({ answer: 'grows' });
    openCard(session, cards[0]!);
    expect(quizOf(session)).toEqual({ answer: null, veiled: true });
    session.store.update({ card: undefined });
    expect(quizOf(session)).toEqual({ answer: null, veiled: false });
    session.store.update({ card: 'no-such' });
    expect(quizOf(session).veiled).toBe(false);
  });

  test('is open once the record has decided, by playing there, by scrubbing there, by a link there; and stays so', () => {
    const played = opened(card.link);
    played.clock.play();
    played.clock.advance(0.1);
    expect(quizOf(played).veiled).toBe(true);
    while (played.clock.t < card.judgedAt) played.clock.advance(0.1);
    expect(quizOf(played).veiled).toBe(false);
    const scrubbed = opened(card.link);
    scrubbed.clock.seek(card.judgedAt - 1);
    expect(quizOf(scrubbed).veiled).toBe(true);
    scrubbed.clock.seek(card.judgedAt);
    expect(quizOf(scrubbed).veiled).toBe(false);
    scrubbed.clock.seek(0);
    expect(quizOf(scrubbed).veiled).toBe(false);
    expect(quizOf(opened(`${card.link}&t=30`)).veiled).toBe(false);
  });

  test('a link to where its record ends keeps nothing back once the record is there', () => {
    const { rules } = reconstruction;
    const at = (step: number) => {
      const { overrides } = decodeLink(rules, `v=1&scene=reconstruction&card=rec-lookup&t=${step}`);
      const session = reconstruction.open(overrides, false);
      ends.push(syncClock(session, () => true));
      expect(quizOf(session).veiled).toBe(true);
      session.recorded?.setState({ steps: 5, restsAtEnd: true });
      return quizOf(session).veiled;
    };
    expect([at(2), at(5)]).toEqual([true, false]);
  });
});
