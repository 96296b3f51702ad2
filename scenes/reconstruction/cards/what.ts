import { figuresOf, FLIGHT, shuffledChamfer, thousandfold } from './read.ts';
import type { Evidence, ReconstructionCard } from './types.ts';

function outcome(evidence: Evidence): string | null {
  const [figures, shuffled] = [figuresOf(evidence), shuffledChamfer(evidence)];
  if (!figures || shuffled === null) return null;
  const { chamfer } = figures.network;
  // The same sums in another order: equal to the last digits.
  if (Math.abs(shuffled - chamfer) < 1e-9 * chamfer) return 'same';
  return shuffled > chamfer ? 'larger' : 'smaller';
}

/** What is a point set network? Its answer is a set: in another order it is the same answer. */
export const what = {
  id: 'rec-what',
  link: 'v=1&scene=reconstruction&play=0&card=rec-what',
  answers: ['larger', 'smaller', 'same'],
  judgedAt: FLIGHT,
  outcome,
  claim: (evidence) => {
    const figures = figuresOf(evidence);
    return outcome(evidence) === 'same' && figures !== null && figures.network.fScore > 0.5;
  },
  look: (evidence, step) => {
    const [figures, shuffled] = [figuresOf(evidence), shuffledChamfer(evidence)];
    const { answer } = evidence.results;
    if (!figures || !answer || shuffled === null) return null;
    const points = { value: answer.points.length / 3 };
    if (step === 0) return { text: 'card.rec-what.look.start', values: { points } };
    return {
      text: 'card.rec-what.look',
      values: {
        points,
        chamfer: { value: thousandfold(figures.network.chamfer), decimals: 2 },
        shuffled: { value: thousandfold(shuffled), decimals: 2 },
        fScore: { value: figures.network.fScore, decimals: 2 },
        floor: { value: figures.floor.fScore, decimals: 2 },
      },
    };
  },
} as const satisfies ReconstructionCard;
