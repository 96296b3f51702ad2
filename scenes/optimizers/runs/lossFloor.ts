import { contains } from '../../../src/surfaces/domain.ts';
import { objectiveOf } from '../../../src/surfaces/objective.ts';
import type { LabState } from '../state/types.ts';
import { createCache } from './cache.ts';
import type { RunView } from './runViews.ts';

/** What a log height or loss counts from: f_min. */
export interface LossFloor {
  readonly value: number;
  /** `minima`: the surface's known minima. `samples`: the smallest f on a grid over the domain and on the paths inside it. */
  readonly from: 'minima' | 'samples';
}

const SAMPLES = 101;
/** Deeper counts as no number, as in runs (which have diverged there) and in what is drawn. */
const DEEPEST = -1e30;

const gridMinimum = createCache((surface: Pick<LabState['surface'], 'formula' | 'params' | 'domain'>): number => {
  const objective = objectiveOf(surface.formula, surface.params);
  const [x0, x1, y0, y1] = surface.domain;
  let least = Infinity;
  for (let j = 0; j < SAMPLES; j++) {
    for (let i = 0; i < SAMPLES; i++) {
      const f = objective.value(x0 + (i / (SAMPLES - 1)) * (x1 - x0), y0 + (j / (SAMPLES - 1)) * (y1 - y0));
      if (f < least && f >= DEEPEST) least = f;
    }
  }
  return least;
}, 32);

/**
 * f_min of a state. Paths count only inside the domain: where f is unbounded below, a diverging path would drag the floor
 * to −1e30 and flatten everything above it.
 */
export function lossFloorOf({ surface }: LabState, runs: readonly RunView[]): LossFloor {
  if (surface.minima.length > 0) return { value: Math.min(...surface.minima.map(({ f }) => f)), from: 'minima' };
  const { formula, params, domain } = surface;
  let least = gridMinimum({ formula, params, domain });
  for (const { record } of runs) {
    for (let i = 0; i < record.count; i++) {
      const f = record.f[i] as number;
      if (f < least && contains(domain, record.x[2 * i] as number, record.x[2 * i + 1] as number)) least = f;
    }
  }
  return { value: Number.isFinite(least) ? least : 0, from: 'samples' };
}
