import type { Minimum } from '../surfaces/types.ts';
import { bendOf } from './bend.ts';
import { newtonStride } from './descend.ts';
import { isSame, minimumBelow, strideIn, type Searched } from './minima.ts';
import { DIVERGED, MOST_MINIMA, REACH, UNCONVERGED } from './types.ts';

/** |f| and |x| beyond which a run has diverged: run.ts has the first, and beyond the second float32 has no squares. */
const FAR = 1e30;
const BEYOND = 1e18;

export interface Labeller {
  /** The label of a path that ends at (x, y). What is found at its end and not known yet becomes a minimum. */
  labelOf(x: number, y: number): number;
  /** Those that it was given, then those that it found, in this order. */
  readonly minima: readonly Minimum[];
}

/** Finds the minimum within reach of an end in constant time, however many there are. `known` comes of `minimaIn`, or of a labeller before. */
export function createLabeller(searched: Searched, known: readonly Minimum[]): Labeller {
  const bend = bendOf(searched.formula, searched.params);
  const stride = strideIn(searched.domain);
  const minima: Minimum[] = [];
  /** Indices by square of side 2 reach: any point within reach lies in one of the four about it. */
  const places = new Map<string, number[]>();
  const square = (value: number) => Math.floor(value / (2 * REACH));
  const sample = new Float64Array(6);

  function add(minimum: Minimum): number {
    const index = minima.push(minimum) - 1;
    const key = `${square(minimum.at[0])} ${square(minimum.at[1])}`;
    places.set(key, [...(places.get(key) ?? []), index]);
    return index;
  }
  for (const minimum of known) add(minimum);

  /** The label that the last path got, and where: neighbours mostly end at the same place. */
  let last = -1;

  function within(index: number, x: number, y: number): boolean {
    const [mx, my] = minima[index]!.at;
    return (x - mx) ** 2 + (y - my) ** 2 <= REACH * REACH;
  }

  function near(x: number, y: number): number {
    if (last >= 0 && within(last, x, y)) return last;
    const [left, low] = [square(x - REACH), square(y - REACH)];
    for (let i = left; i <= left + 1; i++) {
      for (let j = low; j <= low + 1; j++) {
        const index = places.get(`${i} ${j}`)?.find((one) => within(one, x, y));
        if (index !== undefined) return (last = index);
      }
    }
    return -1;
  }

  function found(x: number, y: number): number {
    // A path that still moves is a Newton step away from rest: most ends of no minimum are told by it alone.
    if (!(newtonStride(bend, x, y) <= 2 * REACH)) return UNCONVERGED;
    const minimum = minimumBelow(bend, [x, y], stride);
    if (!minimum) return UNCONVERGED;
    const [mx, my] = minimum.at;
    if ((x - mx) ** 2 + (y - my) ** 2 > REACH * REACH) return UNCONVERGED;
    const same = minima.findIndex((other) => isSame(bend, other, minimum));
    if (same >= 0) return same;
    return minima.length < MOST_MINIMA ? add(minimum) : UNCONVERGED;
  }

  return {
    minima,
    labelOf(x, y) {
      // Not `>`: NaN must fail.
      if (!(Math.abs(x) < BEYOND && Math.abs(y) < BEYOND)) return DIVERGED;
      const index = near(x, y);
      if (index >= 0) return index;
      bend(x, y, sample);
      if (!(Math.abs(sample[0]!) <= FAR)) return DIVERGED;
      return found(x, y);
    },
  };
}
