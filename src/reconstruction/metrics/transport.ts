import type { Points } from '../../clouds/types.ts';

/** A bijection between two clouds of n points. */
export interface Transport {
  /** Mean distance of the pairs, in the clouds' unit: the earth mover's distance where the bijection is the best one. */
  readonly mean: number;
  /** n: the point of B that each point of A goes to. */
  readonly assignment: Int32Array<ArrayBuffer>;
}

/** n × n, row by row: the distance of A's i-th point from B's j-th. */
export function distances(a: Points, b: Points): Float64Array {
  const n = a.length / 3;
  const costs = new Float64Array(n * n);
  for (let i = 0, at = 0; i < n; i++) {
    const x = a[3 * i]!;
    const y = a[3 * i + 1]!;
    const z = a[3 * i + 2]!;
    for (let j = 0; j < 3 * n; j += 3, at++) {
      const dx = b[j]! - x;
      const dy = b[j + 1]! - y;
      const dz = b[j + 2]! - z;
      costs[at] = Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return costs;
}

export function transportOf(costs: Float64Array, assignment: Int32Array<ArrayBuffer>): Transport {
  const n = assignment.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += costs[i * n + assignment[i]!]!;
  return { mean: sum / n, assignment };
}

export function largestOf(costs: Float64Array): number {
  let largest = 0;
  for (let at = 0; at < costs.length; at++) if (costs[at]! > largest) largest = costs[at]!;
  return largest;
}
