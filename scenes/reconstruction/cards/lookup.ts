import { figuresOf, FLIGHT, thousandfold } from './read.ts';
import type { Evidence, ReconstructionCard } from './types.ts';

/** Below this ratio of two Chamfer distances one answer is plainly nearer. */
const PLAINLY = 0.9;

/** Figures of network, look-up and truth's own samples; null where one is not (yet) there. */
function threeOf(evidence: Evidence) {
  const figures = figuresOf(evidence);
  const { lookup: found } = evidence.results.compared;
  return figures && found ? { ...figures, lookup: found } : null;
}

function outcome(evidence: Evidence): string | null {
  const figures = threeOf(evidence);
  if (!figures) return null;
  const ratio = figures.network.chamfer / figures.lookup.chamfer;
  return ratio < PLAINLY ? 'network' : 1 / ratio < PLAINLY ? 'lookup' : 'same';
}

/** Is it more than a look-up? On this picture the network is nearer to the truth than the most similar of 40,000 training shapes. */
export const lookup = {
  id: 'rec-lookup',
  link: 'v=1&scene=reconstruction&cat=bench&seed=1&play=0&card=rec-lookup',
  answers: ['lookup', 'network', 'same'],
  judgedAt: FLIGHT,
  outcome,
  claim: (evidence) => outcome(evidence) === 'network',
  look: (evidence, step) => {
    const figures = threeOf(evidence);
    if (!figures) return null;
    const values = {
      network: { value: thousandfold(figures.network.chamfer), decimals: 2 },
      lookup: { value: thousandfold(figures.lookup.chamfer), decimals: 2 },
      floor: { value: thousandfold(figures.floor.chamfer), decimals: 2 },
    };
    return { text: step === 0 ? 'card.rec-lookup.look.start' : 'card.rec-lookup.look', values };
  },
} as const satisfies ReconstructionCard;
