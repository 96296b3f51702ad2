import type { Points } from '../../clouds/types.ts';
import { checkSameSize } from './check.ts';
import { distances, largestOf, transportOf, type Transport } from './transport.ts';

/** Of the object's unit edge. */
export const AUCTION_EPSILON = 1e-3;

/** How ε shrinks from round to round, and where it begins, as a part of the largest distance. */
const SHRINK = 5;
const FIRST_PART = 1 / 16;

/** Least ε as a part of the largest distance: below it a bid would drown in the rounding of prices. */
const LEAST_PART = 2 ** -36;

/**
 * A bijection whose mean distance is at most `epsilon` (the clouds' unit) above the least: Bertsekas' auction with ε-scaling ("The auction algorithm for
 * assignment and other network flow problems", Interfaces 20, 1990), ten times faster than the exact one. Each point of A bids for the point of B with the
 * best value and raises its price by the lead over the second best plus ε, so in the end nobody is more than ε from content. Rounds keep the prices.
 */
export function emdAuction(a: Points, b: Points, epsilon = AUCTION_EPSILON): Transport {
  const n = checkSameSize(a, b);
  if (!(epsilon > 0)) throw new RangeError(`epsilon must be greater than 0, not ${epsilon}`);
  const costs = distances(a, b);
  const largest = largestOf(costs);
  // One pair, or all points on one spot: any bijection is the best, and there is nothing to bid with.
  if (n === 1 || largest === 0)
    return transportOf(
      costs,
      Int32Array.from({ length: n }, (_, i) => i),
    );
  return transportOf(costs, auction(costs, n, largest, epsilon).assignment);
}

/** All rounds. The prices are those that the exact method begins with. */
export function auction(
  /** n × n, row by row; n > 1. */
  costs: Float64Array,
  n: number,
  /** The largest of them, greater than 0. */
  largest: number,
  epsilon: number,
): { readonly assignment: Int32Array<ArrayBuffer>; readonly prices: Float64Array } {
  const last = Math.max(epsilon, LEAST_PART * largest);
  const rows = Array.from({ length: n }, (_, i) => costs.subarray(i * n, (i + 1) * n));
  const prices = new Float64Array(n);
  for (let round = FIRST_PART * largest; ; round /= SHRINK) {
    const assignment = auctionRound(rows, prices, Math.max(round, last));
    if (round <= last) return { assignment, prices };
  }
}

/**
 * One round, from nobody having anything; raises `prices`. (Remembering each bidder's best few, so as to look at all only when these have become dear,
 * was no faster: where many want the same, all prices move.)
 */
function auctionRound(rows: readonly Float64Array[], prices: Float64Array, epsilon: number): Int32Array<ArrayBuffer> {
  const n = rows.length;
  const assignment = new Int32Array(n);
  const owner = new Int32Array(n).fill(-1);
  const waiting = Int32Array.from({ length: n }, (_, i) => n - 1 - i);
  for (let left = n; left > 0;) {
    const bidder = waiting[--left]!;
    const won = bid(rows[bidder]!, prices, epsilon);
    if (owner[won]! >= 0) waiting[left++] = owner[won]!;
    owner[won] = bidder;
    assignment[bidder] = won;
  }
  return assignment;
}

/** The column with the least of cost and price, its price raised. All of the time goes here: four columns at a time take 35 ms where one takes 55. */
function bid(row: Float64Array, prices: Float64Array, epsilon: number): number {
  const n = row.length;
  let best = 0;
  let least = Infinity;
  let second = Infinity;
  let j = 0;
  for (; j < n - 3; j += 4) {
    const a = row[j]! + prices[j]!;
    const b = row[j + 1]! + prices[j + 1]!;
    const c = row[j + 2]! + prices[j + 2]!;
    const d = row[j + 3]! + prices[j + 3]!;
    if (a < second) {
      second = a < least ? least : a;
      if (a < least) [least, best] = [a, j];
    }
    if (b < second) {
      second = b < least ? least : b;
      if (b < least) [least, best] = [b, j + 1];
    }
    if (c < second) {
      second = c < least ? least : c;
      if (c < least) [least, best] = [c, j + 2];
    }
    if (d < second) {
      second = d < least ? least : d;
      if (d < least) [least, best] = [d, j + 3];
    }
  }
  for (; j < n; j++) {
    const a = row[j]! + prices[j]!;
    if (a >= second) continue;
    second = a < least ? least : a;
    if (a < least) [least, best] = [a, j];
  }
  prices[best]! += second - least + epsilon;
  return best;
}
