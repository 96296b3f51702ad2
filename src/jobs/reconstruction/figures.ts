import type { Points } from '../../clouds/types.ts';
import { chamferDistance } from '../../reconstruction/metrics/chamfer.ts';
import { epsilonFor } from '../../reconstruction/metrics/compare.ts';
import { emdAuction } from '../../reconstruction/metrics/emdAuction.ts';
import { fScore } from '../../reconstruction/metrics/fScore.ts';

/** Of one answer A against its truth B, or their means over several; as `compare` has them, `emd` by auction (at most ε = 0.001 of the unit edge above). */
export interface Figures {
  readonly chamfer: number;
  readonly emd: number;
  readonly fScore: number;
}

export function distancesBetween(answer: Points, truth: Points): Figures {
  const nearest = chamferDistance(answer, truth);
  return {
    chamfer: nearest.chamfer,
    emd: emdAuction(answer, truth, epsilonFor(truth)).mean,
    fScore: fScore(answer, truth, nearest),
  };
}

export function meanOf(all: readonly Figures[]): Figures {
  const mean = (key: keyof Figures) => all.reduce((sum, figures) => sum + figures[key], 0) / all.length;
  return { chamfer: mean('chamfer'), emd: mean('emd'), fScore: mean('fScore') };
}
