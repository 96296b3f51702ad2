import type { Points } from '../../clouds/types.ts';
import { checkSameSize } from './check.ts';
import { auction } from './emdAuction.ts';
import { assignExactly } from './shortestPaths.ts';
import { distances, largestOf, transportOf, type Transport } from './transport.ts';

/** Points beyond which clouds are resampled: the costs take 8 bytes a pair and the time grows with the cube. */
export const EMD_POINTS = 2048;

/** Of the largest distance, in the auction that gives the exact method its first prices. */
const FIRST_EPSILON = 1e-6;

/**
 * The earth mover's distance (Fan, Su, Guibas 2017, eq. 2): the mean Euclidean distance of the bijection that makes it least. RangeError for unequal
 * sizes, more than EMD_POINTS, or what checkCloud refuses. 2,048 points take a second or several: `onProgress` hears the part done, and what it throws
 * stops it.
 */
export function emdExact(a: Points, b: Points, onProgress?: (part: number) => void): Transport {
  const n = checkSameSize(a, b);
  if (n > EMD_POINTS)
    throw new RangeError(`the exact assignment takes at most ${EMD_POINTS} points, not ${n}: resample`);
  const costs = distances(a, b);
  const largest = largestOf(costs);
  if (n === 1 || largest === 0)
    return transportOf(
      costs,
      Int32Array.from({ length: n }, (_, i) => i),
    );
  onProgress?.(0);
  const { prices } = auction(costs, n, largest, FIRST_EPSILON * largest);
  return transportOf(
    costs,
    assignExactly(
      costs,
      n,
      prices.map((price) => -price),
      onProgress,
    ),
  );
}
