import type { LossId } from '../../../src/toys/ids.ts';
import type { Means } from '../../../src/toys/means.ts';
import { BAR } from '../../../src/toys/distributions.ts';
import { placesAt } from './threads.ts';

/** What tells the two mean shapes apart, 0 … 1, after step `row`. Ring: how far its points stray from one circle. Bar: which part of its points lies on a bar. */
export function figureAt(means: Means, loss: LossId, row: number): number {
  const places = placesAt(means, loss, row);
  return means.spec.toy === 'ring' ? strayOf(places) : onBars(places);
}

/** Standard deviation of the distances from the middle, in mean distances. */
function strayOf(places: ArrayLike<number>): number {
  const count = places.length / 3;
  const radii = Float64Array.from({ length: count }, (_, i) => Math.hypot(places[3 * i]!, places[3 * i + 1]!));
  const mean = radii.reduce((sum, radius) => sum + radius, 0) / count;
  const variance = radii.reduce((sum, radius) => sum + (radius - mean) ** 2, 0) / count;
  return Math.sqrt(variance) / mean;
}

/** A point so near to a bar's edge still lies on it. */
const EDGE = 0.04;

function onBars(places: ArrayLike<number>): number {
  const count = places.length / 3;
  let on = 0;
  for (let i = 0; i < count; i++) {
    const across = Math.abs(Math.abs(places[3 * i]!) - BAR.x) <= BAR.width / 2 + EDGE;
    if (across && Math.abs(places[3 * i + 1]!) <= BAR.height / 2 + EDGE) on++;
  }
  return on / count;
}
