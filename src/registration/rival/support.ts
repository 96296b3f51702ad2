import { BEYOND, OFF, ON, type Laid } from './laid.ts';

/**
 * How much each sampled point tells poses apart, 0 … 1: the part of `others` that it contradicts among those that it says anything of. A column among equals
 * lies on one at every shift and tells nothing; a statue tells one shift from all others.
 */
export function telling(others: readonly Laid[], count: number): Float64Array {
  const out = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let [off, said] = [0, 0];
    for (const { says } of others) {
      if (says[i] === OFF) off++;
      if (says[i] !== BEYOND) said++;
    }
    out[i] = said > 0 ? off / said : 0;
  }
  return out;
}

/** Share of the points that speak for a pose by what they tell. */
export function supportOf({ says }: Laid, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < says.length; i++) if (says[i] === ON) sum += weights[i]!;
  return says.length > 0 ? sum / says.length : 0;
}
