import type { Points } from '../../clouds/types.ts';
import { measure } from '../metrics/measure.ts';

/** Of one answer A against its truth B, or their means over several; as `compare` has them, `emd` by auction (at most ε = 0.001 of the unit edge above). */
export interface Figures {
  readonly chamfer: number;
  readonly emd: number;
  readonly fScore: number;
}

export function distancesBetween(answer: Points, truth: Points): Figures {
  const { chamfer, emd, fScore } = measure(answer, truth);
  return { chamfer, emd, fScore };
}

export function meanOf(all: readonly Figures[]): Figures {
  const mean = (key: keyof Figures) => all.reduce((sum, figures) => sum + figures[key], 0) / all.length;
  return { chamfer: mean('chamfer'), emd: mean('emd'), fScore: mean('fScore') };
}
