import type { StartsMap } from '../../../src/jobs/trainingMap/starts.ts';
import type { HeatScale } from '../../../src/scene/heat/scale.ts';

/** So much of the reached losses is on the ramp: a few that run off would leave the others one colour. */
const MOST = 0.98;

/** Losses that are reached, by powers of ten, from the least to nearly the largest. Where a start lies high or low says nothing of it. */
export function reachedScale({ loss, first }: Pick<StartsMap, 'loss' | 'first'>): HeatScale {
  const known = loss.filter((value) => value > 0).sort();
  const low = known[0] ?? 1;
  const high = Math.max(known[Math.floor(MOST * (known.length - 1))] ?? low, low);
  const span = Math.log(high / low) || 1;
  return {
    ...{ low, high },
    at: (cell) => Math.min(Math.max(Math.log(Math.max(loss[cell]!, low) / low) / span, 0), 1),
    fate: (cell) => (Number.isNaN(first[cell]!) ? 'unknown' : Number.isNaN(loss[cell]!) ? 'gone' : 'on'),
  };
}
