import type { Means } from '../../../src/toys/means.ts';
import { figureAt } from '../losses/figures.ts';
import type { Evidence, ReconstructionCard } from './types.ts';

/** A ring whose points stray less than this from one circle is one ring. */
const CRISP = 0.05;

/** Steps of the toy. */
const STEPS = 120;

function ringOf({ means, state }: Evidence): Means | null {
  return state.view === 'losses' && state.toy === 'ring' && means?.spec.toy === 'ring' ? means : null;
}

function outcome(evidence: Evidence): string | null {
  const means = ringOf(evidence);
  if (!means) return null;
  const [chamfer, emd] = (['chamfer', 'emd'] as const).map((id) => figureAt(means, id, means.steps) < CRISP);
  if (!chamfer && !emd) return null;
  return chamfer === emd ? 'both' : chamfer ? 'chamfer' : 'emd';
}

/** Chamfer or EMD? Of rings of all sizes EMD's mean is a ring; Chamfer's is a splash that is a little near to each. */
export const loss = {
  id: 'rec-loss',
  link: 'v=1&scene=reconstruction&view=losses&play=0&card=rec-loss',
  answers: ['chamfer', 'emd', 'both'],
  judgedAt: STEPS,
  outcome,
  claim: (evidence) => {
    const means = ringOf(evidence);
    return outcome(evidence) === 'emd' && means !== null && figureAt(means, 'chamfer', means.steps) > 2 * CRISP;
  },
  look: (evidence, step) => {
    const means = ringOf(evidence);
    if (!means) return null;
    const row = Math.min(step, means.steps);
    const values = {
      chamfer: { value: 100 * figureAt(means, 'chamfer', row), digits: 2 },
      emd: { value: 100 * figureAt(means, 'emd', row), digits: 2 },
    };
    return { text: step === 0 ? 'card.rec-loss.look.start' : 'card.rec-loss.look', values };
  },
} as const satisfies ReconstructionCard;
